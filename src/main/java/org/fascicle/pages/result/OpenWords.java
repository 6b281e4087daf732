package org.fascicle.pages.result;

import java.util.Optional;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.risk.OpenFact;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.fhir.result.Wording;
import org.fascicle.pages.interview.Anchors;
import org.fascicle.pages.result.ResultPage.Ask;
import org.fascicle.pages.visit.ClinicalWords;

/** What is not known, as something to ask, examine or measure. */
record OpenWords(CaseFile file, Wording wording, ClinicalWords clinical) {

    /** Empty for what rules concluded themselves. */
    Optional<Ask> of(Criterion.Leaf leaf) {
        return OpenFact.of(leaf, file).map(this::ask);
    }

    private Ask ask(OpenFact open) {
        if (open instanceof OpenFact.Question question) {
            return ask(question.item());
        } else if (open instanceof OpenFact.Result result) {
            return said("open.result", result.analyte().words());
        } else if (open instanceof OpenFact.Number number) {
            return said("open.measure", number.measure().words());
        }
        return said("open.chart", ((OpenFact.Listed) open).fact().words());
    }

    private Ask said(String key, String what) {
        return new Ask(clinical.words().of(key, clinical.translated().of(what)), "");
    }

    private Ask ask(Item item) {
        String key = item.isExamination() ? "open.examine" : "open.ask";
        return new Ask(clinical.words().of(key, wording.question(item)), Anchors.question(item.linkId()));
    }
}
