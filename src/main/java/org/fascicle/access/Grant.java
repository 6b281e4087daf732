package org.fascicle.access;

import java.util.Optional;
import org.fascicle.oauth.Scopes;

/**
 * What a token lets its holder do here.
 *
 * @param client the program that holds it
 * @param user on whose behalf; the program's own name when on nobody's
 * @param patient the id of the patient whose chart is open; empty when the token names none, and then its {@code patient/}
 *     scopes reach nothing
 */
public record Grant(String client, String user, Optional<String> patient, Scopes scopes) {
    @Override
    public String toString() {
        return "Grant[" + client + "]";
    }
}
