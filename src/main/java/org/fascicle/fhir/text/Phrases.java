package org.fascicle.fhir.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Phrases that mean one thing, found as whole words. British and American spelling are one; a phrase written in capitals
 * ({@code ALS}) is found in capitals only, for it may be a common word of another language.
 */
public final class Phrases {
    /** Words farther away than this, in characters, say nothing about a phrase. */
    private static final int REACH = 200;

    private static final Pattern NEVER = Pattern.compile("(?!)");

    private static final String STRUCK_OUT = "_";

    private final Pattern caseless;
    private final Pattern capitals;

    private Phrases(List<String> phrases) {
        caseless = pattern(phrases, phrase -> !isCapitals(phrase), Pattern.CASE_INSENSITIVE);
        capitals = pattern(phrases, Phrases::isCapitals, 0);
    }

    public static Phrases of(String... phrases) {
        return new Phrases(List.of(phrases));
    }

    /** Comma-separated, for long lists. */
    public static Phrases list(String commaSeparated) {
        return new Phrases(
                Arrays.stream(commaSeparated.split(",")).map(String::strip).toList());
    }

    /** Every place a clause of plain words holds one of the phrases. */
    Stream<Place> in(String clause) {
        return Stream.of(caseless.matcher(clause), capitals.matcher(clause))
                .flatMap(Matcher::results)
                .map(found -> around(clause, found.start(), found.end()));
    }

    /** The clause with every phrase struck out. */
    String removedFrom(String clause) {
        return capitals.matcher(caseless.matcher(clause).replaceAll(STRUCK_OUT)).replaceAll(STRUCK_OUT);
    }

    private static Place around(String clause, int start, int end) {
        int from = Math.max(0, start - REACH);
        int to = Math.min(clause.length(), end + REACH);
        return new Place(clause.substring(from, start), clause.substring(end, to));
    }

    /** The words shortly before a phrase, and those shortly after it. */
    record Place(String before, String after) {}

    private static Pattern pattern(List<String> phrases, Predicate<String> wanted, int flags) {
        String alternatives = phrases.stream()
                .filter(wanted)
                .map(PlainWords::of)
                .sorted((one, other) -> other.length() - one.length())
                .collect(Collectors.joining("|"));
        return alternatives.isEmpty() ? NEVER : Pattern.compile("\\b(?:" + alternatives + ")\\b", flags);
    }

    private static boolean isCapitals(String phrase) {
        return phrase.equals(phrase.toUpperCase(Locale.ROOT));
    }
}
