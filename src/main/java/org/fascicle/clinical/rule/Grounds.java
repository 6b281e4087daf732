package org.fascicle.clinical.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a rule rests on.
 *
 * @param seeds statements of the five seed articles, as {@code article-statement} ({@code 002-24})
 * @param marks what a clinician must sign off: general knowledge without a source read, or a choice made here
 */
public record Grounds(List<String> seeds, List<Source> sources, Set<Mark> marks) {

    /** How well a rule is founded, beside its sources. */
    public enum Mark {
        /** General clinical knowledge; no source was read. */
        GENERAL_KNOWLEDGE,
        /** A choice of clinical safety made here, not a published rule. */
        POLICY
    }

    public static final Grounds NONE = new Grounds(List.of(), List.of(), Set.of());

    public Grounds {
        seeds = List.copyOf(seeds);
        sources = List.copyOf(sources);
        marks = Set.copyOf(marks);
    }

    /** At least one seed, source or mark: a rule that rests on nothing is a fault of the table. */
    public boolean isGiven() {
        return !seeds.isEmpty() || !sources.isEmpty() || !marks.isEmpty();
    }

    public boolean needsSignOff() {
        return !marks.isEmpty();
    }

    public Grounds seeds(String spaced) {
        return new Grounds(List.of(spaced.split(" ")), sources, marks);
    }

    public Grounds from(Source... more) {
        return new Grounds(seeds, List.of(more), marks);
    }

    public Grounds mark(Mark mark) {
        EnumSet<Mark> all = EnumSet.of(mark);
        all.addAll(marks);
        return new Grounds(seeds, sources, all);
    }
}
