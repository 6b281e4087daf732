package org.fascicle.http;

/** Text made harmless inside HTML, in an element or in a quoted attribute. */
public final class Html {
    private Html() {}

    /** The text with everything escaped that HTML gives a meaning; control characters become spaces. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(one -> append(escaped, one));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int codePoint) {
        switch (codePoint) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(isPlain(codePoint) ? codePoint : ' ');
        }
    }

    /** Neither control nor surrogate, nor one of the marks that turn the direction of reading. */
    private static boolean isPlain(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE && type != Character.FORMAT;
    }
}
