package org.fascicle.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * FHIR's escaping in search values: {@code \,} {@code \|} {@code \$} and {@code \\} stand for the characters themselves.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html#escaping">search: escaping</a>
 */
public final class Escaped {
    private static final String SPECIAL = "\\,|$";

    private Escaped() {}

    /** The text, so that nothing in it separates anything. */
    public static String of(String text) {
        if (text.chars().noneMatch(Escaped::isSpecial)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            if (isSpecial(text.charAt(i))) {
                escaped.append('\\');
            }
            escaped.append(text.charAt(i));
        }
        return escaped.toString();
    }

    private static boolean isSpecial(int character) {
        return SPECIAL.indexOf(character) >= 0;
    }

    /** The text that was meant. */
    public static String undone(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            boolean pair = escaped.charAt(i) == '\\' && i + 1 < escaped.length();
            text.append(escaped.charAt(pair ? ++i : i));
        }
        return text.toString();
    }

    /** The parts between separators that are not escaped; the parts stay escaped. */
    public static List<String> split(String escaped, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '\\') {
                i++;
            } else if (escaped.charAt(i) == separator) {
                parts.add(escaped.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(escaped.substring(start));
        return parts;
    }
}
