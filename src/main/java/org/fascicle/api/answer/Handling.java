package org.fascicle.api.answer;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Locale;

/**
 * What a caller wants done with a search parameter that nobody here knows: it is refused, unless they allow to ignore it.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html#errors">handling errors</a>
 */
public final class Handling {
    private Handling() {}

    /** Whether {@code Prefer: handling=lenient} was said. */
    public static boolean isLenient(RequestDetails request) {
        return request.getHeaders("Prefer").stream()
                .anyMatch(header ->
                        header.toLowerCase(Locale.ROOT).replace(" ", "").contains("handling=lenient"));
    }
}
