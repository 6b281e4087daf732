package org.fascicle.fhir.term;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The many spellings of one unit brought to one: micro signs, case, blanks, annotations, exponents, "per". */
final class UnitSpelling {
    private static final List<Change> CHANGES = List.of(
            new Change("\\{[^}]*\\}", ""),
            new Change("[\u00B5\u03BC]", "u"),
            new Change("\u00B2", "2"),
            new Change("\\bper\\b", "/"),
            new Change("[\\s_]", ""),
            new Change("\\[iu\\]|iu", "u"),
            new Change("^mc(?=g|mol|u|eq|kat)", "u"),
            new Change("^(m?)gm(?=/|%)", "$1g"),
            new Change("^%\\(?(?:of)?(?:total)?(?:hb|hgb|ha?emoglobin|ngsp|dcct)?(?:a1c)?\\)?$", "%"),
            new Change("(?:litre|liter)s?", "l"),
            new Change("/(?:hour|hr)$", "/h"),
            new Change("/(?:minute|min)(?=/|$)", "/min"),
            new Change("[.*\u00B7\u22C5]?(dl|ml|l)\\^?[-\u2212]1$", "/$1"),
            new Change("^ml/min[/(.]*1[.,]73.*$", "ml/min"),
            new Change("/$", ""));

    /** Longer than any unit. */
    private static final int LONGEST = 60;

    private UnitSpelling() {}

    static String plain(String unit) {
        if (unit.length() > LONGEST) {
            return "";
        }
        String plain = unit.strip().toLowerCase(Locale.ROOT);
        for (Change change : CHANGES) {
            plain = change.in(plain);
        }
        return plain;
    }

    private record Change(Pattern from, String to) {
        Change(String from, String to) {
            this(Pattern.compile(from), to);
        }

        String in(String text) {
            return from.matcher(text).replaceAll(to);
        }
    }
}
