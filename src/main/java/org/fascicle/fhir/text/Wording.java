package org.fascicle.fhir.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A piece of free text as clauses of plain words. What is denied in one clause is not denied in the next. */
public final class Wording {
    /** Longer text is cut: no name and no conclusion is longer. */
    private static final int LONGEST = 20_000;

    private static final Pattern CLAUSE_END = Pattern.compile(
            "[.;!]+(?:\\s|$)|[\\r\\n]+|\\b(?:but|however|although|though|except|whereas|there (?:is|are|was|were))\\b",
            Pattern.CASE_INSENSITIVE);

    private final List<String> clauses;

    private Wording(List<String> clauses) {
        this.clauses = clauses;
    }

    public static Wording of(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return new Wording(Arrays.stream(CLAUSE_END.split(start.replace("?", " query ")))
                .map(PlainWords::of)
                .filter(clause -> !clause.isEmpty())
                .toList());
    }

    /** How the text speaks of what the phrases mean; the strongest where it does so more than once. */
    public Mention mentions(Phrases phrases) {
        return clauses.stream().flatMap(phrases::in).map(Guard::judge).reduce(Mention.NONE, Mention::strongerOf);
    }

    public boolean states(Phrases phrases) {
        return mentions(phrases) == Mention.STATED;
    }

    /** Whether the words occur at all, however they are meant. */
    public boolean has(Phrases phrases) {
        return mentions(phrases) != Mention.NONE;
    }

    /** The same text without these phrases. */
    public Wording without(Phrases phrases) {
        return new Wording(clauses.stream().map(phrases::removedFrom).toList());
    }

    /** All its words in lower case, one space between. */
    public String words() {
        return String.join(" ", clauses).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Wording";
    }
}
