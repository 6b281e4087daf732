package org.fascicle.fhir.chart;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.Electrodiagnosis;
import org.fascicle.clinical.chart.Electrodiagnosis.Outcome;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Medicine;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.chart.ChartedAnswer.Code;
import org.fascicle.fhir.chart.ChartedAnswer.Day;
import org.fascicle.fhir.chart.ChartedAnswer.Text;

/**
 * The questions of the interview that a chart answers: known diseases and operations, pregnancy, a new medicine, an EMG.
 *
 * <p>Only a "yes" is ever taken from a chart. That a chart does not list a thing answers nothing here, and what the patient
 * feels is never prefilled at all.
 */
public final class AnswersFromChart {
    private static final Map<Problem, Item> ITEMS = Map.ofEntries(
            Map.entry(Problem.KIDNEY_DISEASE, Item.HX_CKD),
            Map.entry(Problem.DIABETES, Item.HX_DIABETES),
            Map.entry(Problem.THYROID_DISEASE, Item.HX_THYROID),
            Map.entry(Problem.PARATHYROID_DISEASE, Item.HX_PARATHYROID),
            Map.entry(Problem.CANCER, Item.HX_CANCER),
            Map.entry(Problem.NEUROPATHY, Item.HX_NEUROPATHY),
            Map.entry(Problem.SPINE_DISEASE, Item.HX_SPINE),
            Map.entry(Problem.NECK_SURGERY, Item.HX_NECK_SURGERY),
            Map.entry(Problem.GUT_SURGERY, Item.MET_GISURG),
            Map.entry(Problem.EATING_DISORDER, Item.MET_DIET),
            Map.entry(Problem.PREGNANCY, Item.PT_PREGNANT));

    private static final Code YES = new Code("yes");

    private AnswersFromChart() {}

    /**
     * In the order of the interview.
     *
     * @param day the day of the draft: a medicine is new when it was begun within the time the limits give before it
     */
    public static List<ChartedAnswer> read(ChartFacts chart, Patient patient, LocalDate day, Limits limits) {
        List<ChartedAnswer> answers = new ArrayList<>();
        problems(chart, patient).forEach(answers::add);
        answers.addAll(newMedicine(chart, day, limits));
        answers.addAll(study(chart));
        return answers.stream().sorted(comparing(ChartedAnswer::item)).toList();
    }

    private static Stream<ChartedAnswer> problems(ChartFacts chart, Patient patient) {
        Map<Problem, List<Entry>> listed = chart.diagnoses().stream()
                .filter(diagnosis -> ITEMS.containsKey(diagnosis.problem()))
                .filter(diagnosis -> isPossible(diagnosis.problem(), patient))
                .collect(Collectors.groupingBy(
                        Diagnosis::problem, Collectors.mapping(Diagnosis::entry, Collectors.toList())));
        return listed.entrySet().stream()
                .map(entry -> new ChartedAnswer(
                        ITEMS.get(entry.getKey()),
                        YES,
                        entry.getValue(),
                        entry.getKey().words()));
    }

    private static boolean isPossible(Problem problem, Patient patient) {
        return problem != Problem.PREGNANCY || patient.sex() != Patient.Sex.MALE;
    }

    private static List<ChartedAnswer> newMedicine(ChartFacts chart, LocalDate day, Limits limits) {
        LocalDate earliest = day.minusDays((long) limits.of(Limit.NEW_MEDICINE));
        List<Medicine> begun = chart.medicines().stream()
                .filter(Medicine::isActive)
                .filter(Medicine::isTrigger)
                .filter(medicine -> isWithin(medicine.entry().date(), earliest, day))
                .toList();
        if (begun.isEmpty()) {
            return List.of();
        }
        List<Entry> sources = begun.stream().map(Medicine::entry).toList();
        String names = begun.stream().map(Medicine::name).distinct().collect(Collectors.joining("; "));
        return List.of(
                new ChartedAnswer(Item.HX_NEWDRUG, YES, sources, "begun within the last three months"),
                new ChartedAnswer(
                        Item.HX_NEWDRUG_NAME, new Text(names), sources, "begun within the last three months"));
    }

    private static boolean isWithin(Optional<LocalDate> begun, LocalDate earliest, LocalDate latest) {
        return begun.filter(date -> !date.isBefore(earliest) && !date.isAfter(latest))
                .isPresent();
    }

    /** The newest study that tells something; one that could not be read answers nothing. */
    private static List<ChartedAnswer> study(ChartFacts chart) {
        return chart.tests().electrodiagnoses().stream()
                .filter(study -> study.outcome() != Outcome.UNREAD)
                .max(comparing((Electrodiagnosis study) -> study.entry().date().orElse(LocalDate.MIN))
                        .thenComparing(Electrodiagnosis::outcome))
                .map(AnswersFromChart::answers)
                .orElse(List.of());
    }

    private static List<ChartedAnswer> answers(Electrodiagnosis study) {
        List<Entry> source = List.of(study.entry());
        String words = "an EMG or nerve conduction study";
        ChartedAnswer outcome = new ChartedAnswer(Item.HX_EMG, new Code(code(study.outcome())), source, words);
        boolean isDated =
                study.outcome() != Outcome.PENDING && study.entry().date().isPresent();
        return isDated
                ? List.of(
                        outcome,
                        new ChartedAnswer(
                                Item.HX_EMG_DATE, new Day(study.entry().date().get()), source, words))
                : List.of(outcome);
    }

    private static String code(Outcome outcome) {
        return switch (outcome) {
            case NORMAL -> "normal";
            case ABNORMAL, DENERVATION -> "abnormal";
            case PENDING, UNREAD -> "pending";
        };
    }
}
