package org.fascicle.sandbox.authority;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the server publishes about itself. */
final class Documents {
    private final Addresses addresses;

    Documents(Addresses addresses) {
        this.addresses = addresses;
    }

    /** <a href="https://hl7.org/fhir/smart-app-launch/conformance.html">{@code smart-configuration}</a>. */
    String smartConfiguration() {
        ObjectNode document = common();
        words(
                document.putArray("capabilities"),
                "launch-ehr",
                "launch-standalone",
                "authorize-post",
                "client-public",
                "client-confidential-symmetric",
                "client-confidential-asymmetric",
                "sso-openid-connect",
                "context-ehr-patient",
                "context-ehr-encounter",
                "context-standalone-patient",
                "context-banner",
                "context-style",
                "permission-online",
                "permission-offline",
                "permission-patient",
                "permission-user",
                "permission-v1",
                "permission-v2");
        return document.toString();
    }

    /** OpenID Connect Discovery. */
    String openidConfiguration() {
        ObjectNode document = common();
        words(document.putArray("subject_types_supported"), "public");
        words(document.putArray("id_token_signing_alg_values_supported"), "RS256", "ES384");
        words(document.putArray("claims_supported"), "iss", "sub", "aud", "exp", "iat", "nonce", "name", "fhirUser");
        return document.toString();
    }

    private ObjectNode common() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("issuer", addresses.issuer());
        document.put("jwks_uri", address(Addresses.KEYS));
        document.put("authorization_endpoint", address(Addresses.AUTHORIZE));
        document.put("token_endpoint", address(Addresses.TOKEN));
        document.put("introspection_endpoint", address(Addresses.INTROSPECT));
        document.put("revocation_endpoint", address(Addresses.REVOKE));
        document.put("authorization_response_iss_parameter_supported", true);
        words(document.putArray("response_types_supported"), "code");
        words(document.putArray("grant_types_supported"), "authorization_code", "refresh_token", "client_credentials");
        words(document.putArray("code_challenge_methods_supported"), "S256");
        words(
                document.putArray("token_endpoint_auth_methods_supported"),
                "none",
                "client_secret_basic",
                "private_key_jwt");
        words(document.putArray("token_endpoint_auth_signing_alg_values_supported"), "RS384", "ES384");
        words(
                document.putArray("scopes_supported"),
                "openid",
                "fhirUser",
                "launch",
                "launch/patient",
                "online_access",
                "offline_access",
                "patient/*.cruds",
                "user/*.cruds",
                "system/*.cruds");
        return document;
    }

    /** The practice EHR's look, for clients that follow {@code smart_style_url}. */
    String style() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("color_background", "#f7f7f5");
        document.put("color_text", "#1d2733");
        document.put("color_highlight", "#0b5c8a");
        document.put("dim_border_radius", "4px");
        document.put("font_family_body", "system-ui, sans-serif");
        return document.toString();
    }

    private String address(String path) {
        return addresses.at(path).toString();
    }

    private static void words(ArrayNode array, String... words) {
        for (String word : words) {
            array.add(word);
        }
    }
}
