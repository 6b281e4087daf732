package org.fascicle.api.body;

/** How deep the markup of a narrative goes, which in JSON is a string and seen by no JSON parser. */
final class Markup {
    private Markup() {}

    static void check(String markup, int deepest, String place) {
        int depth = 0;
        for (int at = markup.indexOf('<'); at >= 0 && at + 1 < markup.length(); at = markup.indexOf('<', at + 1)) {
            char next = markup.charAt(at + 1);
            if (next == '/') {
                depth--;
            } else if (next == '!' || next == '?') {
                if (!markup.startsWith("<!--", at)) {
                    throw Bounds.fault("structure", place, "holds a declaration; a narrative is plain XHTML");
                }
            } else if (!isEmpty(markup, at)) {
                Bounds.depth(++depth, deepest, place);
            }
        }
    }

    private static boolean isEmpty(String markup, int at) {
        int end = markup.indexOf('>', at);
        return end > 0 && markup.charAt(end - 1) == '/';
    }
}
