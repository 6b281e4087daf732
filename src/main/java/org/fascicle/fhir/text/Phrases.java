package org.fascicle.fhir.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Phrases that mean one thing, found as whole words; of two that begin alike the longer one is found. British and American
 * spelling are one; a phrase written in capitals ({@code ALS}) is found in capitals only, for it may be a common word of
 * another language.
 */
public final class Phrases {
    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    private Phrases(Stream<Phrase> phrases) {
        phrases.forEach(phrase -> byFirstWord
                .computeIfAbsent(phrase.first(), first -> new ArrayList<>())
                .add(phrase));
        byFirstWord
                .values()
                .forEach(
                        alike -> alike.sort(Comparator.comparing(Phrase::length).reversed()));
    }

    public static Phrases of(String... phrases) {
        return new Phrases(Arrays.stream(phrases).map(phrase -> Phrase.of(phrase, true)));
    }

    /** Comma-separated, for long lists. */
    public static Phrases list(String commaSeparated) {
        return of(commaSeparated.split(","));
    }

    /** These, but not where they are part of one of those: "neuropathy", but not "optic neuropathy". */
    public Phrases except(String... others) {
        return new Phrases(Stream.concat(
                byFirstWord.values().stream().flatMap(List::stream),
                Arrays.stream(others).map(other -> Phrase.of(other, false))));
    }

    /** Every place where a clause holds one of them. */
    void in(Clause clause, Consumer<Place> found) {
        int place = 0;
        while (place < clause.length()) {
            Phrase phrase = at(place, clause);
            if (phrase == null) {
                place++;
            } else {
                if (phrase.isMeant()) {
                    found.accept(new Place(clause, place, place + phrase.length()));
                }
                place += phrase.length();
            }
        }
    }

    private Phrase at(int place, Clause clause) {
        for (Phrase phrase : byFirstWord.getOrDefault(clause.lower().get(place), List.of())) {
            if (phrase.isAt(place, clause)) {
                return phrase;
            }
        }
        return null;
    }

    /** Where a phrase begins and ends in its clause. */
    record Place(Clause clause, int begin, int end) {

        /** The words shortly before it, each with a blank after it. */
        String before() {
            return clause.before(begin);
        }

        /** The words shortly after it. */
        String after() {
            return clause.from(end);
        }
    }

    /** @param isMeant false for a phrase that is only found so that a shorter one is not */
    private record Phrase(List<String> words, boolean isCapitals, boolean isMeant) {

        static Phrase of(String text, boolean isMeant) {
            boolean isCapitals = text.equals(text.toUpperCase(Locale.ROOT));
            Clause clause = Clauses.of(text).get(0);
            return new Phrase(isCapitals ? clause.words() : clause.lower(), isCapitals, isMeant);
        }

        String first() {
            return words.get(0).toLowerCase(Locale.ROOT);
        }

        int length() {
            return words.size();
        }

        boolean isAt(int place, Clause clause) {
            List<String> given = isCapitals ? clause.words() : clause.lower();
            return place + length() <= clause.length()
                    && given.subList(place, place + length()).equals(words);
        }
    }
}
