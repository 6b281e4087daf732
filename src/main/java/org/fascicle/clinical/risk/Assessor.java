package org.fascicle.clinical.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Conclusions;
import org.fascicle.clinical.rule.Evidence;
import org.fascicle.clinical.rule.Facts;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Table;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.rule.Urgency;

/**
 * Judges a case: reads every table in order and keeps the worst concern and the worst urgency.
 *
 * <p>Deterministic and monotone: a further finding can raise a category or the urgency, never lower it. Later tables see
 * what earlier ones concluded.
 */
public final class Assessor {
    private final List<Table> tables;

    public Assessor() {
        this(Tables.inOrder());
    }

    Assessor(List<Table> tables) {
        this.tables = List.copyOf(tables);
    }

    public Assessment assess(CaseFile file) {
        Facts facts = Facts.of(file);
        List<Rule> firing = new ArrayList<>();
        for (Table table : tables) {
            firing.addAll(table.firing(facts));
            facts = new Facts(file, conclude(firing));
        }
        return new Assessment(facts, predictions(firing, facts), unanswered(file));
    }

    private static Conclusions conclude(List<Rule> firing) {
        Set<String> fired = new HashSet<>();
        Map<Outcome, Concern> concerns = new EnumMap<>(Outcome.class);
        Urgency urgency = Urgency.SELF_CARE;
        for (Rule rule : firing) {
            fired.add(rule.id());
            fired.add(rule.key());
            rule.then().concern().ifPresent(concern -> concerns.merge(rule.outcome(), concern, Concern::worseOf));
            urgency = urgency.worseOf(rule.then().urgency());
        }
        return new Conclusions(fired, concerns, urgency);
    }

    private static List<Prediction> predictions(List<Rule> firing, Facts facts) {
        return Arrays.stream(Outcome.values())
                .map(outcome -> new Prediction(outcome, concern(outcome, facts), rules(outcome, firing, facts)))
                .toList();
    }

    private static Optional<Concern> concern(Outcome outcome, Facts facts) {
        return facts.soFar().concern(outcome);
    }

    private static List<FiredRule> rules(Outcome outcome, List<Rule> firing, Facts facts) {
        return firing.stream()
                .filter(rule -> rule.outcome() == outcome)
                .map(rule -> new FiredRule(rule, Evidence.of(rule.when(), facts)))
                .toList();
    }

    private static List<Item> unanswered(CaseFile file) {
        return Item.core().stream()
                .filter(item -> file.answers().isOpen(item) == org.fascicle.clinical.finding.Presence.PRESENT)
                .filter(item -> !file.answers().isAnswered(item))
                .toList();
    }
}
