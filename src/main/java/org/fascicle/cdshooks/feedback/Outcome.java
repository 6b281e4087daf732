package org.fascicle.cdshooks.feedback;

import java.util.Optional;
import java.util.stream.Stream;

/** What a clinician did with a card. */
public enum Outcome {
    ACCEPTED("accepted"),
    OVERRIDDEN("overridden");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Optional<Outcome> find(String code) {
        return Stream.of(values()).filter(outcome -> outcome.code.equals(code)).findFirst();
    }
}
