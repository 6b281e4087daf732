package org.fascicle.api.body;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;

/** What no well-meant resource exceeds, whichever format it comes in. */
final class Bounds {
    /** FHIR asks for 18 digits. */
    private static final int LONGEST_NUMBER = 64;

    private static final int MOST_DIGITS = 1_000;
    private static final Pattern HUGE = Pattern.compile("[-+]?[0-9.]+[eE][-+]?[0-9]{3,}");
    private static final Pattern DIGITS = Pattern.compile("[-+0-9.]+");

    private Bounds() {}

    /** A parser goes one call deeper with each level. */
    static void depth(int depth, int deepest, String place) {
        if (depth > deepest) {
            throw fault("structure", place, "is nested deeper than " + deepest + " levels");
        }
    }

    static void number(String number, Supplier<String> place) {
        if (number.length() > LONGEST_NUMBER || HUGE.matcher(number).matches()) {
            throw fault("value", place.get(), "is a number beyond every measure; give one of at most 18 digits");
        }
    }

    /** A text may be meant as a number, so it is held to what a number can be. */
    static void text(String text, Supplier<String> place) {
        if (text.length() > 3 && HUGE.matcher(text).matches()
                || text.length() > MOST_DIGITS && DIGITS.matcher(text).matches()) {
            throw fault("value", place.get(), "is a number beyond every measure; give one of at most 18 digits");
        }
        if (!Characters.areLegal(text)) {
            throw fault(
                    "value",
                    place.get(),
                    "holds a character that no text in FHIR may hold (a control character, or half of one)");
        }
    }

    static Fault fault(String code, String place, String rule) {
        String text = place.isEmpty() ? "The body " + rule : "`" + place + "` " + rule;
        return new Fault(Kind.MALFORMED, text, java.util.List.of(new Issue(code, place, text)));
    }
}
