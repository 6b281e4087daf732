package org.fascicle.sandbox.authority;

import java.net.URI;

/** Where everything of the practice EHR is, below its base. */
record Addresses(URI base) {
    static final String FHIR = "/fhir";
    static final String CONFIGURATION = FHIR + "/.well-known/smart-configuration";
    static final String ISSUER = "/authority";
    static final String OPENID_CONFIGURATION = ISSUER + "/.well-known/openid-configuration";
    static final String AUTHORIZE = ISSUER + "/authorize";
    static final String SIGN_IN = ISSUER + "/sign-in";
    static final String PATIENT = ISSUER + "/patient";
    static final String CONSENT = ISSUER + "/consent";
    static final String TOKEN = ISSUER + "/token";
    static final String KEYS = ISSUER + "/jwks.json";
    static final String INTROSPECT = ISSUER + "/introspect";
    static final String REVOKE = ISSUER + "/revoke";
    static final String LAUNCH = ISSUER + "/launch";
    static final String STYLE = ISSUER + "/style.json";

    /** Where the practice EHR shows an order: {@code desk} answers there. */
    static final String ORDER_PAGE = "/chart/{patient}/order/{id}";

    URI at(String path) {
        return URI.create(base + path);
    }

    String issuer() {
        return base + ISSUER;
    }

    String fhirBase() {
        return base + FHIR;
    }
}
