package org.fascicle.pages.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.finding.Span;
import org.fascicle.clinical.lab.LabFinding;
import org.fascicle.clinical.lab.UnreadAlert;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.fhir.result.Wording;
import org.fascicle.look.Words;
import org.fascicle.pages.visit.ClinicalWords;
import org.fascicle.pages.visit.LabWords;

/** Draws the facts behind a rule, each with where it stands in the chart. */
record EvidenceViews(CaseFile file, Wording wording, ClinicalWords clinical) {

    /** The same once; what the rules concluded themselves is left out. */
    List<String> of(List<Criterion.Leaf> leaves) {
        return leaves.stream().flatMap(leaf -> find(leaf).stream()).distinct().toList();
    }

    private Optional<String> find(Criterion.Leaf leaf) {
        if (leaf instanceof Criterion.Answered answered) {
            return Optional.of(
                    answered(wording.question(answered.item()), wording.answer(answered.item(), answered.code())));
        } else if (leaf instanceof Criterion.Unanswered open) {
            return Optional.of(words().of("evidence.unanswered", wording.question(open.item())));
        } else if (leaf instanceof Criterion.Compared compared) {
            return Optional.of(compared(compared));
        } else if (leaf instanceof Criterion.Positive positive) {
            Measure measure = positive.measure();
            return Optional.of(
                    words().of("evidence.positive", said(measure.words()), number(measure), said(measure.unit())));
        } else if (leaf instanceof Criterion.InBand inBand) {
            return result(inBand);
        } else if (leaf instanceof Criterion.Charted charted) {
            return Optional.of(charted(charted.fact()));
        }
        return Optional.empty();
    }

    private static String answered(String question, String answer) {
        return question + (question.endsWith("?") ? " " : ": ") + answer;
    }

    private String compared(Criterion.Compared compared) {
        Measure measure = compared.measure();
        return words().of(
                        "evidence.compared",
                        said(measure.words()),
                        number(measure),
                        said(measure.unit()),
                        said(compared.relation().words()),
                        words().number(file.limits().of(compared.limit())));
    }

    /** The result in that band; where there is none, the alert nobody could read. */
    private Optional<String> result(Criterion.InBand inBand) {
        Optional<LabFinding> read = file.labs().find(inBand.analyte());
        boolean isInBand =
                read.filter(finding -> finding.band().isAtLeast(inBand.band())).isPresent();
        Optional<String> alert = file.labs().findAlert(inBand.analyte()).map(open -> alert(open.alert()));
        return isInBand || alert.isEmpty() ? read.map(this::lab) : alert;
    }

    private String alert(UnreadAlert alert) {
        String analyte = said(alert.analyte().words());
        return alert.day()
                        .map(day -> words().of("evidence.alert", analyte, words().day(day)))
                        .orElseGet(() -> words().of("evidence.alert.undated", analyte))
                + at(alert.reference());
    }

    private String lab(LabFinding finding) {
        return new LabWords(words()).whole(finding) + at(finding.result().reference());
    }

    private String charted(ChartFact fact) {
        Optional<ChartFacts> chart = file.chart();
        return chart.stream().flatMap(read -> entries(fact, read)).findFirst().orElseGet(() -> said(fact.words()));
    }

    private Stream<String> entries(ChartFact fact, ChartFacts chart) {
        Stream<String> problems = chart.diagnoses().stream()
                .filter(diagnosis -> diagnosis.problem() == fact)
                .map(diagnosis -> entry(said(diagnosis.problem().words()), diagnosis.entry()));
        Stream<String> medicines = chart.medicines().stream()
                .filter(medicine -> fact instanceof DrugClass drug && medicine.isActive(drug))
                .map(medicine -> entry(medicine.name(), medicine.entry()));
        return Stream.concat(problems, medicines);
    }

    private String entry(String what, Entry entry) {
        String since = entry.date()
                .map(day -> words().of("evidence.since", what, words().day(day)))
                .orElse(what);
        return since + at(entry.reference());
    }

    private static String at(String reference) {
        return reference.isEmpty() ? "" : " [" + reference + "]";
    }

    private String number(Measure measure) {
        Span span = file.measure(measure);
        String low = words().number(span.low());
        if (span.low() == span.high()) {
            return low;
        }
        return Double.isFinite(span.high())
                ? words().of("evidence.between", low, words().number(span.high()))
                : words().of("evidence.over", low);
    }

    private String said(String english) {
        return clinical.translated().of(english);
    }

    private Words words() {
        return clinical.words();
    }
}
