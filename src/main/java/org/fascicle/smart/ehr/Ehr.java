package org.fascicle.smart.ehr;

import java.net.URI;
import java.util.Set;
import org.fascicle.oauth.WebAddress;

/**
 * An EHR that may launch us.
 *
 * @param name for people
 * @param issuer its FHIR base, letter for letter as it says in {@code iss}
 * @param clientId our name there
 * @param hosts the authorities ({@code auth.example.org}, {@code localhost:8080}) where its endpoints may be
 */
public record Ehr(
        String name, String issuer, String clientId, Authentication authentication, Set<String> hosts, Terms terms) {

    public Ehr {
        hosts = Set.copyOf(hosts);
    }

    /** Whether this EHR's documents may send us to that address. */
    public boolean allows(URI endpoint) {
        return WebAddress.isFit(endpoint)
                && hosts.contains(WebAddress.authority(endpoint))
                && (endpoint.getScheme().equals("https") || issuer.startsWith("http:"));
    }

    /** Where an address below the FHIR base is. */
    public URI below(String path) {
        return URI.create((issuer.endsWith("/") ? issuer : issuer + '/') + path);
    }
}
