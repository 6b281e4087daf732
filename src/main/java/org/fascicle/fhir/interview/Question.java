package org.fascicle.fhir.interview;

import java.util.List;
import java.util.Optional;

/**
 * One question.
 *
 * @param isCore whether the judgement is incomplete without it
 * @param openings the earlier answers any of which opens it; empty when it is always asked
 */
public record Question(
        String linkId, Wording text, Optional<Wording> help, AnswerType type, boolean isCore, List<Opening> openings) {

    public Question {
        openings = List.copyOf(openings);
    }

    /** The linkId of the help text below a question: text for the reader, never answered. */
    public static String helpLinkId(String linkId) {
        return linkId + ".help";
    }
}
