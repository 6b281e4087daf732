package org.fascicle.clinical.rule;

import java.util.List;
import java.util.Set;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.limit.Limit;

/**
 * A question about a case, as a value: it can be answered, explained, and written in another language.
 *
 * <p>The answer is three-valued (Kleene). A criterion whose facts are missing is unknown; it never counts as absent. Where
 * a rule must act on ignorance itself it says so with {@link Judged}.
 */
public sealed interface Criterion {

    /** The answer for this case. */
    Presence in(Facts facts);

    /** A question with no parts: something that was asked, measured or charted. */
    sealed interface Leaf extends Criterion {}

    /** The item was answered with this code. */
    record Answered(Item item, String code, long bit) implements Leaf {
        Answered(Item item, String code) {
            this(item, code, Answers.bit(item, code));
        }

        @Override
        public Presence in(Facts facts) {
            return facts.file().answers().has(item, bit);
        }
    }

    /** The item is open and was not answered; always known. */
    record Unanswered(Item item) implements Leaf {
        @Override
        public Presence in(Facts facts) {
            Answers answers = facts.file().answers();
            return Presence.of(answers.isOpen(item) == Presence.PRESENT && !answers.isAnswered(item));
        }
    }

    /** The number stands in this relation to the limit. */
    record Compared(Measure measure, Relation relation, Limit limit) implements Leaf {
        @Override
        public Presence in(Facts facts) {
            return relation.holds(
                    facts.file().measure(measure), facts.file().limits().of(limit));
        }
    }

    /** The number is above zero. */
    record Positive(Measure measure) implements Leaf {
        @Override
        public Presence in(Facts facts) {
            return facts.file().measure(measure).above(0);
        }
    }

    /** The analyte's result is in this band or a worse one. */
    record InBand(Analyte analyte, Band band) implements Leaf {
        @Override
        public Presence in(Facts facts) {
            return facts.file().labs().isAtLeast(analyte, band);
        }
    }

    /** The chart lists it. */
    record Charted(ChartFact fact) implements Leaf {
        @Override
        public Presence in(Facts facts) {
            return facts.file().charted(fact);
        }
    }

    /** An earlier rule fired; always known. */
    record Fired(String ruleId) implements Leaf {
        @Override
        public Presence in(Facts facts) {
            return Presence.of(facts.soFar().hasFired(ruleId));
        }
    }

    /** An outcome's concern, as judged so far, is one of these; always known. */
    record Concerned(Outcome outcome, Set<Concern> concerns) implements Leaf {
        @Override
        public Presence in(Facts facts) {
            return Presence.of(
                    facts.soFar().concern(outcome).filter(concerns::contains).isPresent());
        }
    }

    /** The urgency, as judged so far, is at least this; always known. */
    record AsUrgentAs(Urgency urgency) implements Leaf {
        @Override
        public Presence in(Facts facts) {
            return Presence.of(facts.soFar().urgency().isAtLeast(urgency));
        }
    }

    /** A finding with a name of its own, to be read and published once. It never asks what was concluded. */
    record Named(String name, String words, Criterion criterion) implements Criterion {
        @Override
        public Presence in(Facts facts) {
            return facts.settle(this);
        }
    }

    record All(List<Criterion> parts) implements Criterion {
        @Override
        public Presence in(Facts facts) {
            Presence all = Presence.PRESENT;
            for (int i = 0; i < parts.size() && all != Presence.ABSENT; i++) {
                all = all.and(parts.get(i).in(facts));
            }
            return all;
        }
    }

    record Any(List<Criterion> parts) implements Criterion {
        @Override
        public Presence in(Facts facts) {
            Presence any = Presence.ABSENT;
            for (int i = 0; i < parts.size() && any != Presence.PRESENT; i++) {
                any = any.or(parts.get(i).in(facts));
            }
            return any;
        }
    }

    /** At least this many of the parts. */
    record AtLeast(int count, List<Criterion> parts) implements Criterion {
        @Override
        public Presence in(Facts facts) {
            int present = 0;
            int possible = 0;
            for (Criterion part : parts) {
                Presence presence = part.in(facts);
                present += presence == Presence.PRESENT ? 1 : 0;
                possible += presence == Presence.ABSENT ? 0 : 1;
            }
            if (present >= count) {
                return Presence.PRESENT;
            }
            return possible >= count ? Presence.UNKNOWN : Presence.ABSENT;
        }
    }

    record Not(Criterion part) implements Criterion {
        @Override
        public Presence in(Facts facts) {
            return part.in(facts).not();
        }
    }

    /** Whether the part's answer is among these; always known. The one place where ignorance is acted on. */
    record Judged(Criterion part, Set<Presence> among) implements Criterion {
        @Override
        public Presence in(Facts facts) {
            return Presence.of(among.contains(part.in(facts)));
        }
    }

    /** Two sources for one fact, the patient's word and the chart: the worse wins, either may settle it. */
    record ToldOrCharted(Criterion told, Criterion charted) implements Criterion {
        @Override
        public Presence in(Facts facts) {
            Presence one = told.in(facts);
            Presence other = charted.in(facts);
            if (one == Presence.UNKNOWN) {
                return other;
            }
            return other == Presence.UNKNOWN ? one : one.or(other);
        }
    }

    /** A claim that another finding contradicts: unknown while both stand. */
    record Disputed(Criterion claim, Criterion counter) implements Criterion {
        @Override
        public Presence in(Facts facts) {
            Presence claimed = claim.in(facts);
            boolean countered = claimed == Presence.PRESENT && counter.in(facts) == Presence.PRESENT;
            return countered ? Presence.UNKNOWN : claimed;
        }
    }
}
