package org.fascicle.fhir.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Medicine;
import org.fascicle.clinical.finding.Span;
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.lab.LabFinding;
import org.fascicle.clinical.lab.OpenAlert;
import org.fascicle.clinical.lab.Remark;
import org.fascicle.clinical.lab.UnreadAlert;
import org.fascicle.clinical.rule.Criterion;

/** The facts behind a rule, in words, each with where it stands in the chart. */
public record EvidenceWords(CaseFile file, Wording wording) {
    private static final String UNDATED =
            "; without a date it may alert for good: enter its date, or mark it entered in error";

    /** Facts in words, the same once; what the rules concluded themselves is left out. */
    public List<String> of(List<Criterion.Leaf> leaves) {
        return leaves.stream().flatMap(leaf -> words(leaf).stream()).distinct().toList();
    }

    private Optional<String> words(Criterion.Leaf leaf) {
        if (leaf instanceof Criterion.Answered answered) {
            return Optional.of(
                    answered(wording.question(answered.item()), wording.answer(answered.item(), answered.code())));
        } else if (leaf instanceof Criterion.Unanswered open) {
            return Optional.of("not answered: " + wording.question(open.item()));
        } else if (leaf instanceof Criterion.Compared compared) {
            return Optional.of(compared(compared, compared.relation().words()));
        } else if (leaf instanceof Criterion.Positive positive) {
            return Optional.of(positive.measure().words() + " " + number(file.measure(positive.measure())) + " "
                    + positive.measure().unit());
        } else if (leaf instanceof Criterion.InBand inBand) {
            return lab(inBand);
        } else if (leaf instanceof Criterion.Charted charted) {
            return Optional.of(charted(charted.fact()));
        }
        return Optional.empty();
    }

    /** @param relation how the number stands to the limit, in words */
    String compared(Criterion.Compared compared, String relation) {
        return compared.measure().words() + " "
                + number(file.measure(compared.measure())) + " "
                + compared.measure().unit() + " (" + relation + " "
                + number(file.limits().of(compared.limit())) + ")";
    }

    static String answered(String question, String answer) {
        return question + (question.endsWith("?") ? " " : ": ") + answer;
    }

    /** The result in that band; where there is none, the alert nobody could read. */
    private Optional<String> lab(Criterion.InBand inBand) {
        Optional<LabFinding> read = file.labs().find(inBand.analyte());
        boolean isInBand =
                read.filter(finding -> finding.band().isAtLeast(inBand.band())).isPresent();
        Optional<String> alert = file.labs().findAlert(inBand.analyte()).map(EvidenceWords::alert);
        return isInBand || alert.isEmpty() ? read.map(EvidenceWords::lab) : alert;
    }

    public static String alert(OpenAlert open) {
        UnreadAlert alert = open.alert();
        String day = alert.day().map(date -> " on " + date).orElse(", on a day it does not tell");
        String mend = alert.day().isPresent() ? "" : UNDATED;
        String age = open.band() == Band.ABNORMAL ? "; more than a month ago: repeat it" : "";
        return alert.analyte().words() + " flagged critical by the laboratory" + day + ", its number could not be read"
                + age + mend + at(alert.reference());
    }

    public static String lab(LabFinding finding) {
        String words = "%s %s %s on %s, %s"
                .formatted(
                        finding.analyte().words(),
                        number(finding.result().value()),
                        finding.analyte().unit(),
                        finding.result().day(),
                        finding.band().words());
        String remarks = finding.remarks().stream().map(Remark::words).sorted().collect(Collectors.joining("; "));
        return words
                + (remarks.isEmpty() ? "" : " (" + remarks + ")")
                + at(finding.result().reference());
    }

    private String charted(ChartFact fact) {
        Optional<ChartFacts> chart = file.chart();
        Stream<String> entries = chart.stream()
                .flatMap(read -> Stream.concat(
                        read.diagnoses().stream()
                                .filter(diagnosis -> diagnosis.problem() == fact)
                                .map(diagnosis -> problem(diagnosis)),
                        read.medicines().stream()
                                .filter(medicine -> fact instanceof DrugClass drug && medicine.isActive(drug))
                                .map(EvidenceWords::medicine)));
        return entries.findFirst().orElse(fact.words());
    }

    private static String problem(Diagnosis diagnosis) {
        return diagnosis.problem().words() + entry(diagnosis.entry());
    }

    private static String medicine(Medicine medicine) {
        return medicine.name() + entry(medicine.entry());
    }

    private static String entry(Entry entry) {
        return entry.date().map(date -> " since " + date).orElse("") + at(entry.reference());
    }

    static String at(String reference) {
        return reference.isEmpty() ? "" : " [" + reference + "]";
    }

    public static String number(Span span) {
        if (span.low() == span.high()) {
            return number(span.low());
        }
        return Double.isFinite(span.high())
                ? number(span.low()) + " to " + number(span.high())
                : "over " + number(span.low());
    }

    /** Without a trailing {@code .0}, and without digits a conversion made up. */
    public static String number(double value) {
        double rounded = Math.round(value * 1000) / 1000.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
