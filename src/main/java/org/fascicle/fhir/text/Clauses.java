package org.fascicle.fhir.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts text into clauses of plain words: letters and digits only, accents gone, British spelling made American ({@code ae}
 * is {@code e}). A full stop, a line's end and a "but" end a clause; a question mark is the word "query".
 */
final class Clauses {
    private static final Set<String> CONTRAST = Set.of("but", "however", "although", "though", "except", "whereas");
    private static final Set<String> IS = Set.of("is", "are", "was", "were");
    private static final String APOSTROPHES = "'\u2018\u2019`";
    private static final String STOPS = ".;!";

    private final List<Clause> done = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private Clauses() {}

    static List<Clause> of(String text) {
        return new Clauses().cut(Normalizer.normalize(text, Normalizer.Form.NFKD));
    }

    private List<Clause> cut(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (isWordPart(letter)) {
                append(letter, i + 1 < text.length() ? text.charAt(i + 1) : ' ');
            } else if (!isInsideWord(letter)) {
                separate(letter, i + 1 == text.length() || !isWordPart(text.charAt(i + 1)));
            }
        }
        endClause();
        return List.copyOf(done);
    }

    private static boolean isWordPart(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
    }

    /** Accents, split off their letters, and apostrophes. */
    private static boolean isInsideWord(char letter) {
        return APOSTROPHES.indexOf(letter) >= 0 || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private void append(char letter, char next) {
        boolean isDiphthong = "aAoO".indexOf(letter) >= 0 && "eE".indexOf(next) >= 0;
        if (!isDiphthong) {
            word.append(letter);
        }
    }

    private void separate(char letter, boolean isAtEnd) {
        endWord();
        if (letter == '?') {
            words.add("query");
        }
        if (letter == '\n' || letter == '\r' || STOPS.indexOf(letter) >= 0 && isAtEnd) {
            endClause();
        }
    }

    private void endWord() {
        if (word.isEmpty()) {
            return;
        }
        String ended = word.toString();
        word.setLength(0);
        String lower = ended.toLowerCase(Locale.ROOT);
        if (CONTRAST.contains(lower)) {
            endClause();
        } else if (IS.contains(lower) && endsWithThere()) {
            words.remove(words.size() - 1);
            endClause();
        } else {
            words.add(ended);
        }
    }

    private boolean endsWithThere() {
        return !words.isEmpty() && words.get(words.size() - 1).equalsIgnoreCase("there");
    }

    private void endClause() {
        endWord();
        if (!words.isEmpty()) {
            done.add(Clause.of(words));
            words.clear();
        }
    }
}
