package org.fascicle.pages.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.chart.BloodPressure;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.lab.LabFinding;
import org.fascicle.clinical.workup.NotProposed;
import org.fascicle.look.Words;
import org.fascicle.pages.result.ResultPage.Fact;
import org.fascicle.pages.result.ResultPage.Facts;
import org.fascicle.pages.visit.ClinicalWords;
import org.fascicle.pages.visit.LabWords;
import org.fascicle.pages.visit.Translated;

/** Draws what the chart tells, each fact with its day and where it stands. */
record FactViews(CaseFile file, Words words) {

    Facts of() {
        return file.chart()
                .map(chart -> new Facts(true, used(chart), unread(chart)))
                .orElseGet(() -> new Facts(false, List.of(), List.of()));
    }

    private List<Fact> used(ChartFacts chart) {
        Stream<Fact> labs = file.labs().all().stream().map(this::lab);
        Stream<Fact> problems = chart.diagnoses().stream()
                .map(diagnosis ->
                        fact("problem", translated().of(diagnosis.problem().words()), "", diagnosis.entry()));
        Stream<Fact> medicines = chart.medicines().stream()
                .map(medicine -> fact(
                        "medicine",
                        medicine.name(),
                        words.of(medicine.isActive() ? "fact.active" : "fact.stopped"),
                        medicine.entry()));
        Stream<Fact> studies = chart.tests().electrodiagnoses().stream()
                .map(study -> fact(
                        "study",
                        words.of("fact.emg"),
                        words.of("fact.emg." + study.outcome().name().toLowerCase(java.util.Locale.ROOT)),
                        study.entry()));
        Stream<Fact> pressure = chart.tests().bloodPressure().stream().map(this::pressure);
        return Stream.of(labs, problems, medicines, studies, pressure)
                .flatMap(part -> part)
                .toList();
    }

    private Fact lab(LabFinding finding) {
        String said = new LabWords(words).value(finding);
        Entry entry = new Entry(
                finding.result().reference(), Optional.of(finding.result().day()));
        return fact("result", translated().of(finding.analyte().words()), said, entry);
    }

    private Fact pressure(BloodPressure pressure) {
        String systolic = pressure.systolic().isPresent()
                ? words.number(pressure.systolic().getAsDouble())
                : "–";
        String diastolic = pressure.diastolic().isPresent()
                ? words.number(pressure.diastolic().getAsDouble())
                : "–";
        return fact("result", words.of("fact.pressure"), systolic + "/" + diastolic + " mmHg", pressure.entry());
    }

    private Fact fact(String kind, String what, String value, Entry entry) {
        return new Fact(words.of("fact." + kind), ClinicalWords.capital(what), value, day(entry), entry.reference());
    }

    private List<Fact> unread(ChartFacts chart) {
        return chart.unread().stream()
                .map(unread ->
                        new Fact("", ClinicalWords.capital(translated().of(unread.why())), "", "", unread.reference()))
                .toList();
    }

    /** What is not proposed, why, and where it stands. */
    List<Fact> of(List<NotProposed> notProposed) {
        return notProposed.stream()
                .map(not -> new Fact(
                        words.of("not." + not.cause().name().toLowerCase(java.util.Locale.ROOT)),
                        ClinicalWords.capital(translated().of(not.activity())),
                        translated().of(not.why()),
                        not.entry().map(this::day).orElse(""),
                        not.entry().map(Entry::reference).orElse("")))
                .toList();
    }

    private Translated translated() {
        return Translated.in(words.locale());
    }

    private String day(Entry entry) {
        Optional<LocalDate> date = entry.date();
        return date.map(words::day).orElse("");
    }
}
