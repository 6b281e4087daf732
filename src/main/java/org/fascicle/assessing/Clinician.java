package org.fascicle.assessing;

import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;

/**
 * Who decides.
 *
 * @param reference to the Practitioner, as the EHR named them; empty when it named nobody
 * @param name for people
 */
public record Clinician(Optional<String> reference, Optional<String> name) {
    private static final String UNNAMED = "A clinician whom the EHR did not name";

    Reference asReference() {
        Reference who = new Reference();
        reference.ifPresent(who::setReference);
        name.or(() -> reference.isEmpty() ? Optional.of(UNNAMED) : Optional.empty())
                .ifPresent(who::setDisplay);
        return who;
    }

    @Override
    public String toString() {
        return "Clinician[]";
    }
}
