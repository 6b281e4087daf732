package org.fascicle.api.answer;

import java.util.Map;

/**
 * What a caller is told who is not let in, or not that far.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750: WWW-Authenticate</a>
 */
final class Challenge {
    private static final String HEADER = "WWW-Authenticate";
    private static final String REALM = "Bearer realm=\"fascicle\"";

    private Challenge() {}

    /** @param showedToken whoever shows none is told only that one is needed */
    static Map<String, String> of(int status, boolean showedToken) {
        return switch (status) {
            case 401 -> Map.of(HEADER, showedToken ? REALM + ", error=\"invalid_token\"" : REALM);
            case 403 -> Map.of(HEADER, REALM + ", error=\"insufficient_scope\"");
            default -> Map.of();
        };
    }
}
