package org.fascicle.cdshooks.client;

import java.net.URI;
import java.util.Set;

/**
 * An EHR that may call.
 *
 * @param name for people and for the log
 * @param issuer the {@code iss} of its tokens, letter for letter
 * @param keySet where its public keys are; a token that names another place ({@code jku}) is refused
 * @param fhirServers where it may send us to ask back, without a slash at the end
 * @param origins the browser origins it calls from; none for an EHR that calls from a server
 */
public record CdsClient(String name, String issuer, URI keySet, Set<URI> fhirServers, Set<String> origins) {
    public CdsClient {
        fhirServers = Set.copyOf(fhirServers);
        origins = Set.copyOf(origins);
    }
}
