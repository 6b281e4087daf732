package org.fascicle.fhir.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Letters and digits with single spaces between; accents gone; British spelling made American ({@code ae} is {@code e}). */
final class PlainWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+|['\u2018\u2019`]");
    private static final Pattern DIPHTHONG = Pattern.compile("[aAoO](?=[eE])");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]+");

    private PlainWords() {}

    static String of(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return OTHER.matcher(DIPHTHONG.matcher(bare).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
