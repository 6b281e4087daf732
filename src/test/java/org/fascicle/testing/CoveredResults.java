package org.fascicle.testing;

import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;

/** Which results a chart must not leave unread: the codes of source D.1, written down once more. */
public final class CoveredResults {
    private static final Set<String> CODES = Set.of(
            ("2951-2 2947-0 2823-3 6298-4 17861-6 2000-8 29265-6 49765-1 1995-0 1994-3 17864-0 12180-6 19123-9 2601-3"
                            + " 21377-7 2777-1 14879-1 2160-0 14682-9 3094-0 22664-7 14937-7 62238-1 33914-3 2345-7"
                            + " 14749-6 1558-6 4548-4 17856-6 2157-6 3016-3 11579-0 11580-8 3024-7 14920-3 14928-6"
                            + " 62292-8 1989-3 68438-1 35365-6 2132-9 2731-8 1751-7 1988-5 4537-7 14334-7 4049-3"
                            + " 10535-3 1963-8 2075-0")
                    .split(" "));

    private CoveredResults() {}

    public static boolean isCovered(Observation observation) {
        return observation.getCode().getCoding().stream().map(Coding::getCode).anyMatch(CODES::contains);
    }
}
