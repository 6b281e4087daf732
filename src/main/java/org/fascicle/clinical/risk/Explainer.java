package org.fascicle.clinical.risk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Evidence;
import org.fascicle.clinical.rule.Facts;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Table;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.rule.Urgency;

/** Computes explanations from the criteria themselves; nothing here is written by hand for a rule. */
public final class Explainer {

    public Explanation explain(Outcome outcome, Assessment assessment) {
        Judgement judged = new Judgement(assessment.of(outcome), assessment.facts(), keys(assessment));
        return new Explanation(
                outcome, judged.prediction.rules(), judged.ruledOut(), judged.couldRaise(), judged.couldLower());
    }

    /** Of the very lines that fired: the conclusions also answer to an id that several lines share. */
    private static Set<String> keys(Assessment assessment) {
        return assessment.fired().map(one -> one.rule().key()).collect(Collectors.toSet());
    }

    private record Judgement(Prediction prediction, Facts facts, Set<String> fired) {

        List<Explanation.RuledOut> ruledOut() {
            return candidates(this::isWorse)
                    .filter(candidate -> candidate.rule.when().in(facts) == Presence.ABSENT)
                    .map(candidate ->
                            new Explanation.RuledOut(candidate.rule, Evidence.against(candidate.rule.when(), facts)))
                    .toList();
        }

        List<Criterion.Leaf> couldRaise() {
            return candidates(this::isWorse)
                    .filter(candidate -> candidate.rule.when().in(facts) == Presence.UNKNOWN)
                    .flatMap(candidate -> Evidence.open(candidate.rule.when(), facts).stream())
                    .distinct()
                    .toList();
        }

        /** From the rules that fired on ignorance, and from milder ones that a known fact would put in their place. */
        List<Criterion.Leaf> couldLower() {
            Stream<Criterion> firing =
                    prediction.rules().stream().map(rule -> rule.rule().when());
            Stream<Criterion> milder = candidates(rule -> !isWorse(rule))
                    .filter(candidate -> candidate.table.firstOnly())
                    .map(candidate -> candidate.rule.when())
                    .filter(when -> when.in(facts) == Presence.UNKNOWN);
            return Stream.concat(firing, milder)
                    .flatMap(when -> Evidence.open(when, facts).stream())
                    .distinct()
                    .toList();
        }

        private record Candidate(Table table, Rule rule) {}

        /** The rules about this outcome, in tables that are open to this patient, that did not fire. */
        private Stream<Candidate> candidates(Predicate<Rule> wanted) {
            return Tables.inOrder().stream()
                    .filter(table -> table.gate().in(facts) != Presence.ABSENT)
                    .flatMap(table -> table.rules().stream().map(rule -> new Candidate(table, rule)))
                    .filter(candidate -> candidate.rule.outcome() == prediction.outcome())
                    .filter(candidate -> !fired.contains(candidate.rule.key()))
                    .filter(candidate -> wanted.test(candidate.rule));
        }

        /** For a benign cause worse means less established. */
        private boolean isWorse(Rule rule) {
            if (prediction.outcome() == Outcome.BENIGN) {
                return rank(rule.then().concern()) < rank(prediction.concern());
            }
            return rank(rule.then().concern()) > rank(prediction.concern())
                    || rule.then().urgency().compareTo(ownUrgency()) > 0;
        }

        private Urgency ownUrgency() {
            return prediction.rules().stream()
                    .map(rule -> rule.rule().then().urgency())
                    .reduce(Urgency.SELF_CARE, Urgency::worseOf);
        }

        private static int rank(Optional<Concern> concern) {
            return concern.map(Concern::ordinal).orElse(-1);
        }
    }
}
