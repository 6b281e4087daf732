package org.fascicle.pages.interview;

import java.util.List;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.risk.FiredRule;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.look.Words;
import org.fascicle.pages.interview.PreviewView.Open;
import org.fascicle.pages.interview.PreviewView.Risk;
import org.fascicle.pages.visit.ClinicalWords;
import org.fascicle.pages.visit.Translated;

/** Draws what the answers so far would mean. */
record Previews(Interview interview, Words words) {

    PreviewView of(Assessment assessment) {
        ClinicalWords clinical = new ClinicalWords(words);
        Urgency urgency = assessment.urgency();
        List<Risk> risks = assessment.predictions().stream()
                .map(prediction -> new Risk(
                        clinical.of(prediction.outcome()),
                        clinical.concern(prediction),
                        ClinicalWords.tone(prediction)))
                .toList();
        List<Open> missing = assessment.unanswered().stream().map(this::open).toList();
        return new PreviewView(true, urgency.code(), clinical.of(urgency), drivers(assessment), risks, missing);
    }

    /** The rules that ask for just this urgency. */
    private List<String> drivers(Assessment assessment) {
        return assessment
                .fired()
                .map(FiredRule::rule)
                .filter(rule -> rule.then().urgency() == assessment.urgency())
                .filter(rule -> rule.then().urgency() != Urgency.SELF_CARE)
                .map(Rule::words)
                .map(Rule.Words::reason)
                .map(Translated.in(words.locale())::of)
                .map(ClinicalWords::capital)
                .distinct()
                .toList();
    }

    private Open open(Item item) {
        String text = interview
                .find(item.linkId())
                .map(question -> question.text().in(words.locale()))
                .orElse(item.linkId());
        return new Open(Anchors.question(item.linkId()), text);
    }
}
