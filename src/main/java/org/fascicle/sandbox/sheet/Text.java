package org.fascicle.sandbox.sheet;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** What a concept says to a reader: its text, else a display, else a code. */
final class Text {
    private Text() {}

    static String of(CodeableConcept concept) {
        Stream<String> displays = concept.getCoding().stream().map(Coding::getDisplay);
        Stream<String> codes = concept.getCoding().stream().map(Coding::getCode);
        return Stream.of(Stream.of(or(concept.getText())), displays, codes)
                .flatMap(words -> words)
                .filter(words -> words != null && !words.isBlank())
                .findFirst()
                .orElse("(not named)");
    }

    /** The text, or none. */
    static String or(String maybe) {
        return maybe == null ? "" : maybe;
    }
}
