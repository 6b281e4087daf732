package org.fascicle.pages.result;

import java.util.Optional;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.finding.Form;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.fhir.result.Wording;
import org.fascicle.pages.interview.Anchors;
import org.fascicle.pages.result.ResultPage.Ask;
import org.fascicle.pages.visit.ClinicalWords;

/** What is not known, as something to ask, examine or measure. */
record OpenWords(CaseFile file, Wording wording, ClinicalWords clinical) {

    /** Empty for what rules concluded themselves. */
    Optional<Ask> of(Criterion.Leaf leaf) {
        if (leaf instanceof Criterion.Answered answered) {
            return question(answered.item());
        } else if (leaf instanceof Criterion.Unanswered open) {
            return question(open.item());
        } else if (leaf instanceof Criterion.InBand band) {
            return Optional.of(new Ask(said("open.result", band.analyte().words()), ""));
        } else if (leaf instanceof Criterion.Compared compared) {
            return Optional.of(new Ask(said("open.measure", compared.measure().words()), ""));
        } else if (leaf instanceof Criterion.Positive positive) {
            return Optional.of(new Ask(said("open.measure", positive.measure().words()), ""));
        } else if (leaf instanceof Criterion.Charted charted) {
            return Optional.of(new Ask(said("open.chart", charted.fact().words()), ""));
        }
        return Optional.empty();
    }

    private String said(String key, String what) {
        return clinical.words().of(key, clinical.translated().of(what));
    }

    /** A question that another one opens is not on the form yet: the one that opens it is asked. */
    private Optional<Ask> question(Item item) {
        Optional<Form.Opening> opening = item.form().opening();
        if (opening.isPresent() && file.answers().isOpen(item) != Presence.PRESENT) {
            return question(opening.get().item());
        }
        boolean isBesideThePoint = item == Item.PT_PREGNANT && file.patient().sex() == Patient.Sex.MALE;
        return isBesideThePoint ? Optional.empty() : Optional.of(ask(item));
    }

    private Ask ask(Item item) {
        String key = item.isExamination() ? "open.examine" : "open.ask";
        return new Ask(clinical.words().of(key, wording.question(item)), Anchors.question(item.linkId()));
    }
}
