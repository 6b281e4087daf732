package org.fascicle.knowledge.words;

import java.util.stream.Collectors;
import org.fascicle.clinical.advice.Advice;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.workup.OrderRule;
import org.fascicle.knowledge.Lines.Line;

/** What is proposed and what is advised, and to whom. */
record OrdersToMarkdown(CriterionToWords criteria) {

    String write(Line line) {
        OrderRule rule = line.rule();
        return "### %s\n\n**%s**: %s.%s\n\nWhen:\n\n%s\n- Rests on: %s\n\n"
                .formatted(
                        line.key(),
                        Sentence.capital(
                                rule.activities().stream().map(Activity::words).collect(Collectors.joining(", "))),
                        rule.reason(),
                        traits(rule),
                        criteria.say(rule.when()).bullets(),
                        GroundsToMarkdown.write(rule.grounds()));
    }

    String write(Advice advice) {
        return "### %s\n\n> %s\n\nFor whom:\n\n%s\n- Rests on: %s\n\n"
                .formatted(
                        advice.id(),
                        advice.text(),
                        criteria.say(advice.when()).bullets(),
                        GroundsToMarkdown.write(advice.grounds()));
    }

    private static String traits(OrderRule rule) {
        return rule.traits().stream()
                .sorted()
                .map(trait -> switch (trait) {
                    case BEDSIDE -> " In an emergency too.";
                    case EVEN_IF_RECENT -> " Even if a recent normal result exists.";
                    case HELD -> " Named, but held back: something else comes first.";
                })
                .collect(Collectors.joining());
    }
}
