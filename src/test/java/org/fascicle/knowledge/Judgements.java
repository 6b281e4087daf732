package org.fascicle.knowledge;

import org.fascicle.fhir.result.Judged;

/** What is compared of two judgements. */
public final class Judgements {
    private Judgements() {}

    /** Rules, concerns, urgency, proposals and advice, in words. */
    public static String of(Judged judged) {
        return Verdict.of(judged.file()).toString();
    }
}
