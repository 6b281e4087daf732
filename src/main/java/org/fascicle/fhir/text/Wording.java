package org.fascicle.fhir.text;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of free text as clauses of plain words. What is denied in one clause is not denied in the next. */
public final class Wording {
    /** Longer text is cut: no name and no conclusion is longer. */
    private static final int LONGEST = 20_000;

    private final List<Clause> clauses;

    private Wording(List<Clause> clauses) {
        this.clauses = clauses;
    }

    public static Wording of(String text) {
        return new Wording(Clauses.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
    }

    /** How the text speaks of what the phrases mean; the strongest where it does so more than once. */
    public Mention mentions(Phrases phrases) {
        Strongest strongest = new Strongest();
        clauses.forEach(clause -> phrases.in(clause, strongest::hear));
        return strongest.mention;
    }

    public boolean states(Phrases phrases) {
        return mentions(phrases) == Mention.STATED;
    }

    /** Whether the words occur at all, however they are meant. */
    public boolean has(Phrases phrases) {
        return mentions(phrases) != Mention.NONE;
    }

    /** All its words in lower case, one space between. */
    public String words() {
        return clauses.stream().map(clause -> String.join(" ", clause.lower())).collect(Collectors.joining(" "));
    }

    private static final class Strongest {
        private Mention mention = Mention.NONE;

        void hear(Phrases.Place place) {
            if (mention != Mention.STATED) {
                mention = mention.strongerOf(Guard.judge(place));
            }
        }
    }

    @Override
    public String toString() {
        return "Wording";
    }
}
