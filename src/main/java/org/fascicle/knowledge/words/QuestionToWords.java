package org.fascicle.knowledge.words;

import java.util.List;
import java.util.stream.Collectors;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.fhir.result.Wording;

/** Says a question that has no parts. */
record QuestionToWords(Wording wording) {

    String say(Criterion.Leaf leaf) {
        if (leaf instanceof Criterion.Answered answered) {
            return answered(answered.item(), List.of(wording.answer(answered.item(), answered.code())));
        } else if (leaf instanceof Criterion.Unanswered open) {
            return "not answered: " + wording.question(open.item()) + " (`"
                    + open.item().linkId() + "`)";
        } else if (leaf instanceof Criterion.Compared compared) {
            return "%s %s %s %s (`%s`)"
                    .formatted(
                            compared.measure().words(),
                            compared.relation().words(),
                            LimitsToMarkdown.number(compared.limit().standard()),
                            compared.measure().unit(),
                            compared.limit().key());
        } else if (leaf instanceof Criterion.Positive positive) {
            return positive.measure().words() + ": any";
        } else if (leaf instanceof Criterion.InBand inBand) {
            return inBand.analyte().words() + " on the laboratory's report: "
                    + inBand.band().words() + (inBand.band() == Band.EMERGENCY ? "" : " or worse");
        }
        return known(leaf);
    }

    String answered(Item item, List<String> answers) {
        return "%s **%s** (`%s`)".formatted(wording.question(item), String.join("**, or **", answers), item.linkId());
    }

    private static String known(Criterion.Leaf leaf) {
        if (leaf instanceof Criterion.Charted charted) {
            return "in the chart: " + charted.fact().words();
        } else if (leaf instanceof Criterion.Fired fired) {
            return "rule " + fired.ruleId() + " fired";
        } else if (leaf instanceof Criterion.Concerned concerned) {
            return "%s disease judged %s so far"
                    .formatted(
                            concerned.outcome().code(),
                            concerned.concerns().stream()
                                    .sorted()
                                    .map(Concern::code)
                                    .collect(Collectors.joining(" or ")));
        } else if (leaf instanceof Criterion.AsUrgentAs asUrgent) {
            return "judged at least " + asUrgent.urgency().code() + " so far";
        }
        throw new IllegalStateException("`" + leaf + "` is a question without words");
    }
}
