package org.fascicle.testing;

import static org.fascicle.clinical.chart.Electrodiagnosis.Outcome.NORMAL;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.BloodPressure;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Electrodiagnosis;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Medicine;
import org.fascicle.clinical.chart.PlacedOrder;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.clinical.lab.UnreadAlert;

/** A chart drawn at random, as the reader of charts would have read it: in the order of its references. */
final class RandomChart {
    private static final OffsetDateTime NOW = RandomCase.AUTHORED;
    private static final LocalDate TODAY = NOW.toLocalDate();
    private static final Set<Analyte> BASE =
            EnumSet.of(Analyte.SODIUM, Analyte.POTASSIUM, Analyte.CALCIUM, Analyte.MAGNESIUM, Analyte.THYROTROPIN);

    private final Random random;
    private final double illness;

    /** Somebody looked into it already: base bloods and a study, all of this week. */
    private final boolean isWorkedUp;

    private RandomChart(Random random, double illness) {
        this.random = random;
        this.illness = illness;
        this.isWorkedUp = random.nextInt(5) == 0;
    }

    /** @param illness from 0 for a quiet chart to 1 for one in which much is wrong */
    static ChartFacts draw(Random random, double illness) {
        RandomChart chart = new RandomChart(random, illness);
        ChartFacts.Tests tests = new ChartFacts.Tests(chart.studies(), chart.pressure());
        return new ChartFacts(
                chart.diagnoses(), chart.medicines(), chart.results(), tests, chart.orders(), chart.unread(), Set.of());
    }

    private List<Diagnosis> diagnoses() {
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        for (Problem problem : Problem.values()) {
            if (random.nextDouble() < illness * 0.1) {
                problems.add(problem);
            }
        }
        if (problems.contains(Problem.KIDNEY_FAILURE)) {
            problems.add(Problem.KIDNEY_DISEASE);
            problems.add(Problem.ADVANCED_KIDNEY_DISEASE);
        }
        return problems.stream().map(this::diagnosis).toList();
    }

    /** A pregnancy lasts nine months. */
    private Diagnosis diagnosis(Problem problem) {
        int oldest = problem == Problem.PREGNANCY ? 280 : 800;
        return new Diagnosis(problem, entry("Condition", problem.ordinal(), daysAgo(oldest)));
    }

    private List<Medicine> medicines() {
        List<Medicine> medicines = new ArrayList<>();
        for (DrugClass drug : DrugClass.values()) {
            if (random.nextDouble() < illness * 0.2) {
                Optional<LocalDate> begun = random.nextInt(8) == 0 ? Optional.empty() : daysAgo(800);
                medicines.add(new Medicine(
                        Products.of(drug),
                        EnumSet.of(drug),
                        random.nextInt(4) > 0,
                        entry("MedicationRequest", drug.ordinal(), begun)));
            }
        }
        return medicines;
    }

    private List<LabResult> results() {
        List<LabResult> results = new ArrayList<>();
        for (Analyte analyte : Analyte.values()) {
            RandomResult result = new RandomResult(random, illness);
            if (isWorkedUp && BASE.contains(analyte)) {
                results.add(result.recent(analyte, reference("Observation", analyte.ordinal() * 10 + 9)));
            }
            int count = random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                String reference = reference("Observation", analyte.ordinal() * 10 + i);
                results.add(result.draw(analyte, reference));
            }
        }
        return results;
    }

    /** What the laboratory flagged critical and nobody can read; of some not even the day. */
    private List<Unread> unread() {
        List<Unread> unread = new ArrayList<>();
        for (Analyte analyte : Analyte.values()) {
            if (random.nextDouble() < illness * 0.1) {
                String reference = reference("Observation", analyte.ordinal() * 10 + 8);
                Optional<OffsetDateTime> taken = random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(new RandomResult(random, illness).taken());
                Optional<OffsetDateTime> stored = random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new RandomResult(random, illness).taken());
                UnreadAlert alert = new UnreadAlert(analyte, taken, stored, reference);
                unread.add(new Unread(reference, "flagged critical", List.of(alert)));
            }
        }
        return unread;
    }

    private List<Electrodiagnosis> studies() {
        List<Electrodiagnosis> studies = new ArrayList<>();
        if (isWorkedUp) {
            studies.add(new Electrodiagnosis(NORMAL, entry("DiagnosticReport", 99, daysAgo(7))));
        }
        for (int i = 0; random.nextDouble() < illness * 0.5; i++) {
            Electrodiagnosis.Outcome[] outcomes = Electrodiagnosis.Outcome.values();
            Electrodiagnosis.Outcome outcome = outcomes[random.nextInt(outcomes.length)];
            int oldest = outcome == Electrodiagnosis.Outcome.PENDING ? 150 : 500;
            // Two studies of one day would settle each other.
            Optional<LocalDate> done = Optional.of(TODAY.minusDays(10 + random.nextInt(oldest / 10) * 10L + i));
            studies.add(new Electrodiagnosis(outcome, entry("DiagnosticReport", i, done)));
        }
        return studies;
    }

    private Optional<BloodPressure> pressure() {
        if (random.nextInt(3) > 0) {
            return Optional.empty();
        }
        return Optional.of(new BloodPressure(
                OptionalDouble.of(100 + random.nextInt(80)),
                random.nextInt(5) == 0 ? OptionalDouble.empty() : OptionalDouble.of(60 + random.nextInt(50)),
                entry("Observation", 999, daysAgo(100))));
    }

    private List<PlacedOrder> orders() {
        List<PlacedOrder> orders = new ArrayList<>();
        for (Activity activity : Activity.values()) {
            boolean isRequested = activity.kind() != Activity.Kind.TASK;
            if (isRequested && random.nextDouble() < 0.03) {
                orders.add(new PlacedOrder(
                        EnumSet.of(activity), entry("ServiceRequest", activity.ordinal(), daysAgo(500))));
            }
        }
        return orders;
    }

    private Optional<LocalDate> daysAgo(int oldest) {
        return Optional.of(TODAY.minusDays(random.nextInt(oldest)));
    }

    private static Entry entry(String type, int number, Optional<LocalDate> date) {
        return new Entry(reference(type, number), date);
    }

    private static String reference(String type, int number) {
        return "%s/%03d".formatted(type, number);
    }
}
