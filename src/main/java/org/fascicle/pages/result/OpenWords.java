package org.fascicle.pages.result;

import java.util.Optional;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.fhir.result.Wording;
import org.fascicle.look.Words;
import org.fascicle.pages.interview.Anchors;
import org.fascicle.pages.result.ResultPage.Ask;

/** What is not known, as something to ask, examine or measure. */
record OpenWords(Wording wording, Words words) {

    /** Empty for what rules concluded themselves. */
    Optional<Ask> of(Criterion.Leaf leaf) {
        if (leaf instanceof Criterion.Answered answered) {
            return Optional.of(question(answered.item()));
        } else if (leaf instanceof Criterion.Unanswered open) {
            return Optional.of(question(open.item()));
        } else if (leaf instanceof Criterion.InBand band) {
            return Optional.of(new Ask(words.of("open.result", band.analyte().words()), ""));
        } else if (leaf instanceof Criterion.Compared compared) {
            return Optional.of(
                    new Ask(words.of("open.measure", compared.measure().words()), ""));
        } else if (leaf instanceof Criterion.Positive positive) {
            return Optional.of(
                    new Ask(words.of("open.measure", positive.measure().words()), ""));
        } else if (leaf instanceof Criterion.Charted charted) {
            return Optional.of(new Ask(words.of("open.chart", charted.fact().words()), ""));
        }
        return Optional.empty();
    }

    private Ask question(Item item) {
        String key = item.isExamination() ? "open.examine" : "open.ask";
        return new Ask(words.of(key, wording.question(item)), Anchors.question(item.linkId()));
    }
}
