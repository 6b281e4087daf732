package org.fascicle.clinical;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.fascicle.clinical.chart.BloodPressure;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.finding.Span;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.LabContext;
import org.fascicle.clinical.lab.LabFinding;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.clinical.lab.Labs;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;

/**
 * Everything known when one response is judged: its answers, the patient, and the chart if one was read.
 *
 * <p>All ages, windows and durations count from the day the response was authored, so that the same response gives the
 * same judgement on any day (C.8.5).
 */
public final class CaseFile {
    private final OffsetDateTime authored;
    private final Answers answers;
    private final Patient patient;
    private final Optional<ChartFacts> chart;
    private final Limits limits;
    private final Onset onset;
    private final Set<ChartFact> listed;
    private final Labs labs;

    /** @param chart empty when no chart was read: problems, medicines and results are then unknown, not absent */
    public CaseFile(
            OffsetDateTime authored, Answers answers, Patient patient, Optional<ChartFacts> chart, Limits limits) {
        this.authored = authored;
        this.answers = answers;
        this.patient = patient;
        this.chart = chart;
        this.limits = limits;
        this.onset = Onset.of(answers, today());
        this.listed = ListedFacts.of(this);
        this.labs = chart.map(read -> Labs.judge(read.results(), read.alerts(), labContext(read), limits))
                .orElse(Labs.none());
    }

    /** The day the response was authored. */
    public LocalDate today() {
        return authored.toLocalDate();
    }

    public OffsetDateTime authored() {
        return authored;
    }

    public Answers answers() {
        return answers;
    }

    public Patient patient() {
        return patient;
    }

    public Optional<ChartFacts> chart() {
        return chart;
    }

    public Limits limits() {
        return limits;
    }

    public Onset onset() {
        return onset;
    }

    public Labs labs() {
        return labs;
    }

    /** The onset was given as a day that had not come yet, and is not used. */
    public boolean isOnsetInFuture() {
        return answers.date(Item.SX_ONSET_DATE)
                .filter(days -> Onset.isAfter(days, today()))
                .isPresent();
    }

    /** Absent only when a chart was read where it would be listed, and does not list it. */
    public Presence charted(ChartFact fact) {
        if (listed.contains(fact)) {
            return Presence.PRESENT;
        }
        boolean isSilent = chart.filter(read -> read.wouldList(fact)).isEmpty();
        return isSilent ? Presence.UNKNOWN : Presence.ABSENT;
    }

    public Span measure(Measure measure) {
        return switch (measure) {
            case AGE -> patient.born().map(born -> born.yearsBefore(today())).orElse(Span.UNKNOWN);
            case DAYS_SINCE_ONSET -> onset.daysAgo();
            case CAFFEINE -> number(Item.TRIG_CAFFEINE);
            case SLEEP -> number(Item.TRIG_SLEEP);
            case ALCOHOL -> number(Item.TRIG_ALCOHOL);
            case CONCERN -> number(Item.HX_CONCERN);
            case PREGNANCY_WEEKS -> number(Item.PT_PREGNANT_WEEKS);
            case SYSTOLIC -> pressure(BloodPressure::systolic);
            case DIASTOLIC -> pressure(BloodPressure::diastolic);
            case SODIUM -> value(Analyte.SODIUM);
            case POTASSIUM -> value(Analyte.POTASSIUM);
            case CALCIUM -> value(Analyte.CALCIUM);
            case CREATINE_KINASE -> value(Analyte.CREATINE_KINASE);
            case CREATINE_KINASE_MULTIPLE -> creatineKinaseMultiple();
            case EGFR -> value(Analyte.EGFR);
        };
    }

    private Span number(Item item) {
        return span(answers.number(item));
    }

    private Span pressure(java.util.function.Function<BloodPressure, OptionalDouble> which) {
        LocalDate oldest = today().minusDays((long) limits.of(Limit.WINDOW_BLOOD_PRESSURE));
        return chart.flatMap(read -> read.tests().bloodPressure())
                .filter(measured ->
                        measured.entry().date().filter(oldest::isAfter).isEmpty())
                .map(which)
                .map(CaseFile::span)
                .orElse(Span.UNKNOWN);
    }

    private static Span span(OptionalDouble number) {
        return number.isPresent() ? Span.exactly(number.getAsDouble()) : Span.UNKNOWN;
    }

    private Span value(Analyte analyte) {
        return recent(analyte).map(result -> Span.exactly(result.value())).orElse(Span.UNKNOWN);
    }

    /** A raised one counts until another takes its place, for what is abnormal is always repeated (C.6). */
    private Span creatineKinaseMultiple() {
        return labs.find(Analyte.CREATINE_KINASE)
                .map(LabFinding::result)
                .filter(result -> isRecent(result) || result.value() > upperCreatineKinase(result))
                .map(result -> Span.exactly(result.value() / upperCreatineKinase(result)))
                .orElse(Span.UNKNOWN);
    }

    /** The report's own upper limit, else ours for the patient's sex; unknown sex counts as the stricter. */
    private double upperCreatineKinase(LabResult result) {
        Limit ours = patient.sex() == Patient.Sex.MALE ? Limit.CK_UPPER_MALE : Limit.CK_UPPER_FEMALE;
        return result.report()
                .interval()
                .map(interval -> interval.high())
                .filter(Double::isFinite)
                .orElse(limits.of(ours));
    }

    /** The result that counts, unless it is too old to act on. */
    private Optional<LabResult> recent(Analyte analyte) {
        return labs.find(analyte).map(LabFinding::result).filter(this::isRecent);
    }

    private boolean isRecent(LabResult result) {
        long oldest = (long) limits.of(Limit.WINDOW_CRITICAL);
        return !result.day().isBefore(today().minusDays(oldest));
    }

    private LabContext labContext(ChartFacts read) {
        boolean pregnant =
                answers.has(Item.PT_PREGNANT, "yes") == Presence.PRESENT || listed.contains(Problem.PREGNANCY);
        return new LabContext(
                today(),
                onset.latest().map(day -> latest(day, ListedFacts.lastMedicineChange(read))),
                patient.sex() == Patient.Sex.MALE,
                pregnant,
                listed.contains(Problem.KIDNEY_FAILURE));
    }

    private static LocalDate latest(LocalDate day, Optional<LocalDate> other) {
        return other.filter(day::isBefore).orElse(day);
    }

    @Override
    public String toString() {
        return "CaseFile[" + answers + ", " + chart.map(ChartFacts::toString).orElse("no chart") + "]";
    }
}
