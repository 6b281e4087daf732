package org.fascicle.fhir.extract;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;

/**
 * What was taken out of a response.
 *
 * @param transaction to be posted by whoever wants to keep it; has no entry when there is nothing
 * @param left what was answered and has no code that says just that, in words
 */
public record Extracted(Bundle transaction, List<String> left) {
    public Extracted {
        left = List.copyOf(left);
    }

    @Override
    public String toString() {
        return "Extracted[" + transaction.getEntry().size() + "]";
    }
}
