package org.fascicle.cdshooks.card;

import java.util.Optional;
import java.util.stream.Stream;

/** Why a clinician does not follow a card: what one would really say. */
public enum OverrideReason {
    ALREADY_ORDERED_ELSEWHERE("already-ordered-elsewhere", "Already ordered elsewhere"),
    WILL_EXAMINE_FIRST("will-examine-first", "Will examine first"),
    DISCUSSED_WITH_NEUROLOGY("discussed-with-neurology", "Discussed with neurology"),
    NOT_CLINICALLY_RELEVANT("not-clinically-relevant", "Not clinically relevant");

    private final String code;
    private final String display;

    OverrideReason(String code, String display) {
        this.code = code;
        this.display = display;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    public static Optional<OverrideReason> find(String code) {
        return Stream.of(values()).filter(reason -> reason.code.equals(code)).findFirst();
    }
}
