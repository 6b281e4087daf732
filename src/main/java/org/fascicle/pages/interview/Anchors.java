package org.fascicle.pages.interview;

/** Where things stand on the interview's page, for links that lead to them. */
public final class Anchors {
    private Anchors() {}

    /** The id of a question's element. */
    public static String question(String linkId) {
        return "q-" + linkId.replace('.', '-');
    }
}
