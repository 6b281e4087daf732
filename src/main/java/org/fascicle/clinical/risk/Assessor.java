package org.fascicle.clinical.risk;

import java.util.ArrayList;
import java.util.List;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Presence;
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
        return new Assessment(facts, predictions(facts), unanswered(file.answers()));
    }

    private static List<Prediction> predictions(Facts facts) {
        List<Prediction> predictions = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            predictions.add(new Prediction(outcome, facts.soFar().concern(outcome), rules(outcome, facts)));
        }
        return predictions;
    }

    private static List<FiredRule> rules(Outcome outcome, Facts facts) {
        List<FiredRule> rules = new ArrayList<>();
        for (Rule rule : facts.soFar().fired()) {
            if (rule.outcome() == outcome) {
                rules.add(new FiredRule(rule, facts));
            }
        }
        return rules;
    }

    private static List<Item> unanswered(Answers answers) {
        List<Item> unanswered = new ArrayList<>();
        for (Item item : Item.core()) {
            if (answers.isOpen(item) == Presence.PRESENT && !answers.isAnswered(item)) {
                unanswered.add(item);
            }
        }
        return unanswered;
    }
}
