package org.fascicle.smart.exchange;

import java.util.Optional;
import java.util.Set;

/**
 * What an EHR says of its authorization server at {@code .well-known/smart-configuration}.
 *
 * @param issuer who signs its identity tokens; not the FHIR base
 * @param sendsIssuer whether it promises {@code iss} on the callback (RFC 9207)
 */
public record SmartConfiguration(
        Endpoints endpoints, Optional<String> issuer, Set<String> capabilities, boolean sendsIssuer) {

    public SmartConfiguration {
        capabilities = Set.copyOf(capabilities);
    }

    /** Whether it can tell us who the clinician is in a way we can check. */
    public boolean identifies() {
        return issuer.isPresent() && endpoints.keys().isPresent();
    }

    public boolean can(String capability) {
        return capabilities.contains(capability);
    }
}
