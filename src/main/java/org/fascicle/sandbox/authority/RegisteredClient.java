package org.fascicle.sandbox.authority;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.fascicle.oauth.Scope;
import org.fascicle.oauth.Scopes;

/**
 * A client that the practice EHR knows.
 *
 * @param name for the consent page
 * @param redirects where codes may be sent, letter for letter; none for a backend service
 * @param identitySigned how its identity tokens are signed: {@code RS256} or {@code ES384}
 */
public record RegisteredClient(
        String id, String name, Set<URI> redirects, Credential credential, JWSAlgorithm identitySigned) {

    private static final Set<String> WORDS = Set.of(
            "openid", "fhirUser", "launch", "launch/patient", "launch/encounter", "online_access", "offline_access");

    public RegisteredClient {
        redirects = Set.copyOf(redirects);
    }

    /** How a client proves who it is. */
    public sealed interface Credential {
        record None() implements Credential {}

        record Secret(String secret) implements Credential {
            @Override
            public String toString() {
                return "Secret[]";
            }
        }

        /** @param keySet where its public keys are; also the only {@code jku} it may name */
        record KeySet(URI keySet) implements Credential {}
    }

    /** A backend service has no clinician: it gets {@code system} scopes by its key alone, and no others. */
    boolean isBackend() {
        return redirects.isEmpty();
    }

    /** Of what is asked, what such a client may have at all. */
    Scopes allowed(Scopes asked) {
        List<String> words = asked.words().stream().filter(this::allows).toList();
        return Scopes.of(words);
    }

    private boolean allows(String word) {
        boolean system = Scope.find(word)
                .filter(scope -> scope.context() == Scope.Context.SYSTEM)
                .isPresent();
        return isBackend() ? system : WORDS.contains(word) || Scope.find(word).isPresent() && !system;
    }
}
