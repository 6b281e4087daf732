package org.fascicle.fhir.text;

import java.util.List;
import java.util.Locale;

/** A clause as its words, as written and in lower case. */
record Clause(List<String> words, List<String> lower) {
    /** Words farther away than this say nothing about a phrase. */
    private static final int REACH = 40;

    static Clause of(List<String> words) {
        return new Clause(
                List.copyOf(words),
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
    }

    int length() {
        return words.size();
    }

    /** The words shortly before this place, each with a blank after it. */
    String before(int place) {
        StringBuilder before = new StringBuilder();
        lower.subList(Math.max(0, place - REACH), place)
                .forEach(word -> before.append(word).append(' '));
        return before.toString();
    }

    /** The words from this place on, with blanks between. */
    String from(int place) {
        return String.join(" ", lower.subList(place, Math.min(length(), place + REACH)));
    }
}
