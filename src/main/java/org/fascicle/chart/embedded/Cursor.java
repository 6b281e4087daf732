package org.fascicle.chart.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * Where a page ended: the last row's sort key and its number. The next page begins behind it, whatever was stored meanwhile.
 *
 * @param key a {@code Long} or a {@code String}, as the order is by
 * @param pid the row's number, which no other has
 */
record Cursor(Object key, long pid) {
    private static final Pattern FORM =
            Pattern.compile("(?:n(?<number>-?\\d{1,19})|t(?<text>[A-Za-z0-9\\-.]{1,64})):(?<pid>\\d{1,18})");

    String write() {
        String text = (key instanceof Long ? "n" : "t") + key + ":" + pid;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** The key, for an order by texts or by numbers. Fault: malformed, when the cursor comes from another order. */
    Object key(boolean isText) {
        if (isText != key instanceof String) {
            throw unreadable();
        }
        return key;
    }

    static Cursor read(String written) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(written), UTF_8));
            if (form.matches()) {
                Object key = form.group("text") == null ? Long.valueOf(form.group("number")) : form.group("text");
                return new Cursor(key, Long.parseLong(form.group("pid")));
            }
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Fault unreadable() {
        return new Fault(Kind.MALFORMED, "the page does not exist; take the `next` link of the page before as it is");
    }
}
