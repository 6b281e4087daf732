package org.fascicle.chart.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import org.fascicle.chart.Escaped;
import org.fascicle.chart.Key;

/** The one form in which each kind of value is kept and looked for. */
final class Texts {
    private static final int LONGEST = 300;

    private Texts() {}

    /** A code and its system, which is empty when it has none. The code comes first: it is always known. */
    static String token(String system, String code) {
        return bounded(beginningOfToken(code) + Escaped.of(system));
    }

    /** How the tokens of a code begin, whatever the system. */
    static String beginningOfToken(String code) {
        return Escaped.of(code) + "|";
    }

    /** How the tokens of a system end, whatever the code. */
    static String endOfToken(String system) {
        return "|" + Escaped.of(system);
    }

    /** A literal reference without its version. */
    static String reference(String literal) {
        int version = literal.indexOf("/_history/");
        String plain = version < 0 ? literal : literal.substring(0, version);
        return Key.fromReference(plain).map(Key::toString).orElseGet(() -> bounded(plain));
    }

    /** Lower case, without accents, with single spaces. */
    static String folded(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return bounded(plain.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " "));
    }

    /** The text itself, or when it is too long for an index, its beginning and a digest of it all. */
    static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…" + digest(text);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
