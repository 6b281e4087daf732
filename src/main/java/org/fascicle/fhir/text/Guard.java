package org.fascicle.fhir.text;

import java.util.regex.Pattern;

/**
 * Judges how a phrase is meant by the words around it in its clause.
 *
 * <p>A denial reaches over "or", a comma, and an "and" that stands right before the phrase; an "and" with more words
 * before the phrase begins something new. Where that is unsure the phrase counts as stated: the worse reading.
 */
final class Guard {
    private static final Pattern OPEN_BEFORE = before("(?:can ?not|cannot|could not|not) (?:be )?(?:exclude|rule out)");
    private static final Pattern OPEN_AFTER =
            after("(?:(?:can ?not|could not) be|(?:is|was|has)? ?not(?: been)?) (?:excluded|ruled out)");

    private static final Pattern DENIED_BEFORE = Pattern.compile("\\b(?:no|not|without|denie[sd]|denying|negative for"
            + "|absence of|absent|never|nil|neither|nor|excluded|ruled out|free of|free from|lack of|unlikely"
            + "|family history|family hx|fh|fhx|mother|father|brother|sister|maternal|paternal|grandmother|grandfather"
            + "|relative)\\b|\\bnon $");
    private static final Pattern DENIED_AFTER =
            after("(?:(?:is|are|was|were|changes?|potentials?|waves?|activity) ){0,3}"
                    + "(?:not|absent|none|nil|negative|excluded|ruled out|unlikely|never)");

    private static final Pattern DOUBTED_BEFORE = before(
            "suspect(?:ed)?|suspicion of|suspicious for|possibl[ey]|probabl[ey]|likely|query|rule out|r o|exclude"
                    + "|differential|provisional|presumed|risk of|risk for|at risk|screening|screen for|evaluation for"
                    + "|concern(?:ed)? (?:for|about)|worr(?:y|ied) about|fear of|anxiety about|borderline"
                    + "|susceptibility|predisposition|questionable|equivocal|monitoring for|prevention of|pre");
    private static final Pattern DOUBTED_AFTER =
            after("query|rule out|suspected|screening|screen|carrier|vaccination|risk|phobia|test|to be excluded");

    private static final Pattern PAST_BEFORE =
            before("history of|hx of|h o|past|previous(?:ly)?|prior|former|resolved|status post|s p|remote");
    private static final Pattern PAST_AFTER = after("(?:now |has )?(?:resolved|in remission|in the past)");

    /** Pairs of adjectives that share what is said of them. */
    private static final Pattern PAIR =
            Pattern.compile("\\b(acute|active|ongoing|recent) and (chronic|old|ongoing)\\b");

    private static final String AND = " and ";

    private Guard() {}

    static Mention judge(Phrases.Place place) {
        String before = reach(place.before());
        String after = place.after();
        if (found(OPEN_BEFORE, before) || found(OPEN_AFTER, after)) {
            return Mention.DOUBTED;
        }
        if (found(DENIED_BEFORE, before) || found(DENIED_AFTER, after)) {
            return Mention.DENIED;
        }
        if (found(DOUBTED_BEFORE, before) || found(DOUBTED_AFTER, after)) {
            return Mention.DOUBTED;
        }
        return found(PAST_BEFORE, before) || found(PAST_AFTER, after) ? Mention.PAST : Mention.STATED;
    }

    /** The words before the phrase that can still bear on it. */
    private static String reach(String before) {
        String paired = PAIR.matcher(before).replaceAll("$1 $2");
        int and = paired.endsWith(AND) ? -1 : paired.lastIndexOf(AND);
        return and < 0 ? paired : paired.substring(and + AND.length());
    }

    private static boolean found(Pattern pattern, String words) {
        return pattern.matcher(words).find();
    }

    private static Pattern before(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b");
    }

    private static Pattern after(String alternatives) {
        return Pattern.compile("^(?:" + alternatives + ")\\b");
    }
}
