package org.fascicle.fhir.interview;

import java.util.List;

/** Questions that are asked together, in order. */
public record Group(String linkId, Wording text, List<Question> questions) {

    public Group {
        questions = List.copyOf(questions);
    }
}
