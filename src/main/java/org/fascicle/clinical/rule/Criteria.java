package org.fascicle.clinical.rule;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.limit.Limit;

/** The words in which the rule tables are written. */
public final class Criteria {
    private Criteria() {}

    public static Criterion.Named named(String name, String words, Criterion criterion) {
        return new Criterion.Named(name, words, criterion);
    }

    /** The item is answered with this code, or with any of several. */
    public static Criterion is(Item item, String... codes) {
        List<Criterion> answers = Arrays.stream(codes)
                .<Criterion>map(code -> new Criterion.Answered(item, code))
                .toList();
        return answers.size() == 1 ? answers.get(0) : new Criterion.Any(answers);
    }

    public static Criterion yes(Item item) {
        return is(item, "yes");
    }

    public static Criterion unanswered(Item item) {
        return new Criterion.Unanswered(item);
    }

    public static Criterion atLeast(Measure measure, Limit limit) {
        return new Criterion.Compared(measure, Relation.AT_LEAST, limit);
    }

    public static Criterion above(Measure measure, Limit limit) {
        return new Criterion.Compared(measure, Relation.ABOVE, limit);
    }

    public static Criterion atMost(Measure measure, Limit limit) {
        return new Criterion.Compared(measure, Relation.AT_MOST, limit);
    }

    public static Criterion below(Measure measure, Limit limit) {
        return new Criterion.Compared(measure, Relation.BELOW, limit);
    }

    public static Criterion positive(Measure measure) {
        return new Criterion.Positive(measure);
    }

    public static Criterion lab(Analyte analyte, Band band) {
        return new Criterion.InBand(analyte, band);
    }

    public static Criterion charted(ChartFact... facts) {
        List<Criterion> listed =
                Arrays.stream(facts).<Criterion>map(Criterion.Charted::new).toList();
        return listed.size() == 1 ? listed.get(0) : new Criterion.Any(listed);
    }

    public static Criterion fired(String... ruleIds) {
        List<Criterion> rules =
                Arrays.stream(ruleIds).<Criterion>map(Criterion.Fired::new).toList();
        return rules.size() == 1 ? rules.get(0) : new Criterion.Any(rules);
    }

    public static Criterion concern(Outcome outcome, Concern first, Concern... more) {
        return new Criterion.Concerned(outcome, EnumSet.of(first, more));
    }

    public static Criterion asUrgentAs(Urgency urgency) {
        return new Criterion.AsUrgentAs(urgency);
    }

    public static Criterion all(Criterion... parts) {
        return new Criterion.All(List.of(parts));
    }

    public static Criterion any(Criterion... parts) {
        return new Criterion.Any(List.of(parts));
    }

    public static Criterion any(List<Criterion> parts) {
        return new Criterion.Any(List.copyOf(parts));
    }

    public static Criterion atLeast(int count, Criterion... parts) {
        return new Criterion.AtLeast(count, List.of(parts));
    }

    public static Criterion not(Criterion part) {
        return new Criterion.Not(part);
    }

    /** The worse of what the patient says and what the chart lists. */
    public static Criterion toldOrCharted(Criterion told, Criterion charted) {
        return new Criterion.ToldOrCharted(told, charted);
    }

    public static Criterion disputed(Criterion claim, Criterion counter) {
        return new Criterion.Disputed(claim, counter);
    }

    /** Certainly there; otherwise absent. Used for a sign whose search is not needed to settle the question. */
    public static Criterion shown(Criterion part) {
        return judged(part, EnumSet.of(Presence.PRESENT));
    }

    /** Absent or unknown: nothing shows it. Used where the absence of a statement is enough. */
    public static Criterion notShown(Criterion part) {
        return judged(part, EnumSet.of(Presence.ABSENT, Presence.UNKNOWN));
    }

    /** Present or unknown: nothing rules it out. Used where ignorance must count as danger. */
    public static Criterion notRuledOut(Criterion part) {
        return judged(part, EnumSet.of(Presence.PRESENT, Presence.UNKNOWN));
    }

    public static Criterion unknown(Criterion part) {
        return judged(part, EnumSet.of(Presence.UNKNOWN));
    }

    private static Criterion judged(Criterion part, Set<Presence> among) {
        return new Criterion.Judged(part, among);
    }
}
