package org.fascicle.clinical.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Facts;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Table;
import org.fascicle.clinical.rule.Tables;

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
        List<Stage> stages = Stage.of(Facts.of(file), tables);
        Facts facts = stages.get(stages.size() - 1).after();
        List<Rule> firing = new ArrayList<>();
        stages.forEach(stage -> firing.addAll(stage.held()));
        return new Assessment(facts, predictions(firing, facts), unanswered(file));
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
                .map(rule -> new FiredRule(rule, facts))
                .toList();
    }

    private static List<Item> unanswered(CaseFile file) {
        return Item.core().stream()
                .filter(item -> file.answers().isOpen(item) == Presence.PRESENT)
                .filter(item -> !file.answers().isAnswered(item))
                .toList();
    }
}
