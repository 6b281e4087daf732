package org.fascicle.assessing.writeback;

/** What a piece is written as. */
public enum Form {
    /** As the resource it is. */
    ITSELF("as itself"),
    /** As the resource it is, once it is finished; what is written cannot be changed. */
    ONCE("once, when they are complete, and not changed after that"),
    /** As a US Core screening Observation. */
    OBSERVATION("as a screening Observation"),
    /** In words, in a DocumentReference. */
    DOCUMENT("in a document"),
    /** Not at all: the clinician copies the text. */
    COPY("as text to copy"),
    /** Not at all, and nothing is lost by it. */
    LEFT_OUT("left out");

    private final String words;

    Form(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
