package org.fascicle.fhir.result;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.risk.FiredRule;
import org.fascicle.clinical.risk.Prediction;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.clinical.workup.NotProposed;
import org.fascicle.clinical.workup.Proposal;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.json.Xhtml;

/** The result for a reader of the chart: what to act on first, then each risk and why, then the plan and its facts. */
record Report(Judged judged, Wording wording) {

    Element narrative() {
        Assessment assessment = judged.assessment();
        Xhtml text = new Xhtml()
                .heading("Fasciculation assessment: " + assessment.urgency().words());
        section(text, "Act first", actFirst(assessment));
        assessment.predictions().forEach(prediction -> prediction(text, prediction));
        section(
                text,
                "Not answered",
                assessment.unanswered().stream().map(wording::question).toList());
        section(
                text,
                "Proposed",
                judged.workup().proposals().stream().map(Report::line).toList());
        section(
                text,
                "Not proposed",
                judged.workup().notProposed().stream().map(Report::line).toList());
        section(text, "Results used", results());
        section(text, "In the chart but not used", unread());
        section(text, "Please note", judged.remarks());
        return text.paragraph("A proposal for the clinician, who decides. Not a diagnosis; not a validated screening"
                        + " instrument. Rules " + Tables.VERSION + ".")
                .narrative();
    }

    private void prediction(Xhtml text, Prediction prediction) {
        String concern = prediction.concern().map(Summary::concern).orElse("already diagnosed");
        text.strong(Summary.capital(prediction.outcome().words()) + ":", concern);
        text.list(new Rationale(evidence()).lines(prediction).toList());
    }

    private static List<String> actFirst(Assessment assessment) {
        return assessment
                .fired()
                .map(FiredRule::rule)
                .filter(rule -> rule.then().urgency().isAtLeast(Urgency.SAME_DAY))
                .filter(rule -> !rule.words().action().isEmpty())
                .map(rule -> Summary.capital(rule.words().action()) + " (" + rule.id() + ").")
                .distinct()
                .toList();
    }

    static String line(Proposal proposal) {
        return Summary.capital(proposal.activity().words()) + ", "
                + proposal.urgency().words() + ": " + String.join("; ", proposal.reasons());
    }

    static String line(NotProposed not) {
        return Summary.capital(not.activity().words()) + ": " + not.why()
                + not.entry().map(Report::entry).orElse("");
    }

    private static String entry(Entry entry) {
        return entry.date().map(date -> " (" + date + ")").orElse("") + EvidenceWords.at(entry.reference());
    }

    private List<String> results() {
        CaseFile file = judged.file();
        return Stream.concat(
                        file.labs().alerts().stream().map(EvidenceWords::alert),
                        file.labs().all().stream().map(EvidenceWords::lab))
                .toList();
    }

    private List<String> unread() {
        Stream<ChartFacts> chart = judged.file().chart().stream();
        return chart.flatMap(read -> read.unread().stream())
                .map(unread -> unread.why() + EvidenceWords.at(unread.reference()))
                .toList();
    }

    private EvidenceWords evidence() {
        return new EvidenceWords(judged.file(), wording);
    }

    private static void section(Xhtml text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.strong(title, "").list(lines);
        }
    }
}
