package org.fascicle.fhir.text;

/** How a text speaks of a thing, weakest first. */
public enum Mention {
    /** Not at all. */
    NONE,
    /** It is denied, or is someone else's: "no denervation", "family history of diabetes". */
    DENIED,
    /** It is over: "history of thyroidectomy", "hypokalaemia, resolved". */
    PAST,
    /** It is only suspected, feared or looked for: "?ALS", "screening for diabetes". */
    DOUBTED,
    /** It is so. */
    STATED;

    Mention strongerOf(Mention other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
