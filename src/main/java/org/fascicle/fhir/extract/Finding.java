package org.fascicle.fhir.extract;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;

/**
 * An answer to an item, and what it is called elsewhere.
 *
 * @param code the linkId and the answer with an equals sign between them
 * @param words the question and the answer, for people
 * @param codings SNOMED CT codes that say no more than the answer does; empty when there is none
 */
record Finding(String code, String words, List<Coding> codings) {
    Finding {
        codings = List.copyOf(codings);
    }

    String linkId() {
        return code.substring(0, code.indexOf('='));
    }

    boolean isSeenOnExamination() {
        return code.startsWith("ex.");
    }
}
