package org.fascicle.clinical.risk;

import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Facts;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Unjudged;
import org.fascicle.clinical.rule.Urgency;

/** A rule that did not hold, beside what was predicted instead. */
record Alternative(Stage stage, Rule rule, Prediction prediction) {

    /** The rules about this outcome that did not hold, in a table that is open to this patient. */
    static Stream<Alternative> in(Stage stage, Prediction prediction) {
        return stage.table().gate().in(stage.facts()) == Presence.ABSENT
                ? Stream.empty()
                : stage.table().rules().stream()
                        .filter(rule -> rule.outcome() == prediction.outcome()
                                && !stage.held().contains(rule))
                        .map(rule -> new Alternative(stage, rule, prediction));
    }

    boolean isAbsent() {
        return rule.when().in(facts()) == Presence.ABSENT;
    }

    /** What it asks, where more knowledge could make it hold or rule it out. */
    Optional<Criterion> undecided() {
        Criterion unjudged = Unjudged.of(rule.when(), facts());
        return unjudged.in(facts()) == Presence.UNKNOWN ? Optional.of(unjudged) : Optional.empty();
    }

    /** For a benign cause worse means less established. */
    boolean isWorse() {
        if (prediction.outcome() == Outcome.BENIGN) {
            return rank(rule.then().concern()) < rank(prediction.concern());
        }
        return rank(rule.then().concern()) > rank(prediction.concern())
                || rule.then().urgency().compareTo(ownUrgency()) > 0;
    }

    /** A milder concern may come with more haste; it is milder all the same. */
    boolean isMilder() {
        return rank(rule.then().concern()) < rank(prediction.concern()) || !isWorse();
    }

    /** Only the first of its table counts; or what did hold was read only because nothing held so far. */
    boolean wouldReplace() {
        boolean isFirst = stage.facts().soFar().concern(prediction.outcome()).isEmpty()
                && stage.held().stream().noneMatch(held -> held.outcome() == prediction.outcome());
        return stage.table().firstOnly() || isFirst;
    }

    Facts facts() {
        return stage.facts();
    }

    private Urgency ownUrgency() {
        return prediction.rules().stream()
                .map(fired -> fired.rule().then().urgency())
                .reduce(Urgency.SELF_CARE, Urgency::worseOf);
    }

    private static int rank(Optional<Concern> concern) {
        return concern.map(Concern::ordinal).orElse(-1);
    }
}
