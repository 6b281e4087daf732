package org.fascicle.cdshooks.call;

import java.net.URI;

/**
 * Where and with what the EHR lets us ask back.
 *
 * @param base the FHIR server as the request names it; not yet known to be one we may ask
 */
public record FhirAccess(URI base, String token) {

    /** Never the token. */
    @Override
    public String toString() {
        return "FhirAccess[" + base.getHost() + "]";
    }
}
