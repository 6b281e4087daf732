package org.fascicle.clinical.lab;

/** What a reader of a result must also know. */
public enum Remark {
    PRELIMINARY("preliminary report"),
    HAEMOLYSED("haemolysed sample: repeat it, but do not wait"),
    UNADJUSTED("unadjusted: the albumin of that day is not known"),
    BEFORE_ONSET("taken before the twitching began or before the last change of medicine"),
    OLD("too old to stand in for a new test"),
    CRITICAL_BUT_OLD("was at an alert limit, but is more than a month old: repeat it"),
    STABLE_ON_DIALYSIS("stable in kidney failure: discuss with the renal team"),
    UNREAD_BESIDE("another was flagged critical, and its number could not be read"),
    DOUBLED("doubled since the result before"),
    RAISED("raised: review kidney function");

    private final String words;

    Remark(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
