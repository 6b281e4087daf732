package org.fascicle.testing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Medicine;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Days;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Kind;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Flag;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.clinical.lab.Report;
import org.fascicle.clinical.limit.Limits;

/** A case drawn at random from a seed: answers that fit the interview, perhaps a chart. Mostly quiet, sometimes ill. */
public record RandomCase(Map<Item, Set<String>> codes, Map<Item, Double> numbers, Patient patient, ChartFacts chart) {
    public static final OffsetDateTime AUTHORED = OffsetDateTime.of(2026, 11, 20, 10, 0, 0, 0, ZoneOffset.UTC);
    private static final LocalDate TODAY = AUTHORED.toLocalDate();
    private static final Set<String> QUIET =
            Set.of("no", "none", "normal", "stable", "one-spot", "lt-2w", "intermittent", "mild", "negative", "down");

    public static RandomCase of(long seed) {
        Random random = new Random(seed);
        double illness = random.nextDouble() * 0.5;
        Map<Item, Set<String>> codes = new EnumMap<>(Item.class);
        Map<Item, Double> numbers = new EnumMap<>(Item.class);
        for (Item item : Item.values()) {
            if (random.nextDouble() < 0.9 && isOpen(item, codes)) {
                answer(item, codes, numbers, random, illness);
            }
        }
        return new RandomCase(codes, numbers, patient(random), chart(random, illness));
    }

    private static boolean isOpen(Item item, Map<Item, Set<String>> codes) {
        return item.form()
                .opening()
                .map(opening ->
                        codes.getOrDefault(opening.item(), Set.of()).stream().anyMatch(opening.codes()::contains))
                .orElse(true);
    }

    private static void answer(
            Item item, Map<Item, Set<String>> codes, Map<Item, Double> numbers, Random random, double illness) {
        Kind kind = item.form().kind();
        if (kind.isNumber()) {
            numbers.put(item, (double) random.nextInt(item == Item.TRIG_CAFFEINE ? 800 : 12));
        } else if (kind.isChoice()) {
            codes.put(item, choose(item, random, illness));
        }
    }

    private static Set<String> choose(Item item, Random random, double illness) {
        List<String> offered = item.form().codes();
        List<String> quiet = offered.stream().filter(QUIET::contains).toList();
        if (!quiet.isEmpty() && random.nextDouble() > illness) {
            return Set.of(quiet.get(0));
        }
        String code = offered.get(random.nextInt(offered.size()));
        if (item.form().kind() == Kind.SOME_OF && !code.equals("none") && random.nextInt(3) == 0) {
            String other = offered.get(random.nextInt(offered.size()));
            return other.equals("none") || other.equals(code) ? Set.of(code) : Set.of(code, other);
        }
        return Set.of(code);
    }

    private static Patient patient(Random random) {
        Optional<Days> born = random.nextInt(10) == 0
                ? Optional.empty()
                : Optional.of(Days.on(TODAY.minusYears(random.nextInt(95)).minusDays(random.nextInt(365))));
        return new Patient(born, Patient.Sex.values()[random.nextInt(3)]);
    }

    private static ChartFacts chart(Random random, double illness) {
        List<Diagnosis> diagnoses = new ArrayList<>();
        List<Medicine> medicines = new ArrayList<>();
        List<LabResult> results = new ArrayList<>();
        for (Problem problem : Problem.values()) {
            if (random.nextDouble() < illness * 0.1) {
                diagnoses.add(new Diagnosis(problem, entry("Condition/" + problem.ordinal(), random)));
            }
        }
        for (DrugClass drug : DrugClass.values()) {
            if (random.nextDouble() < illness * 0.2) {
                Entry entry = entry("MedicationRequest/" + drug.ordinal(), random);
                medicines.add(new Medicine(drug.words(), EnumSet.of(drug), random.nextInt(4) > 0, entry));
            }
        }
        for (Analyte analyte : Analyte.values()) {
            if (random.nextInt(3) == 0) {
                results.add(result(analyte, random, illness));
            }
        }
        ChartFacts.Tests tests = new ChartFacts.Tests(List.of(), Optional.empty());
        return new ChartFacts(diagnoses, medicines, results, tests, List.of(), List.of());
    }

    private static LabResult result(Analyte analyte, Random random, double illness) {
        double[] range = usual(analyte);
        double spread = range[1] - range[0];
        double value = range[0] + spread * random.nextDouble();
        if (random.nextDouble() < illness) {
            value = Math.max(0.01, value + (random.nextDouble() - 0.5) * 4 * spread);
        }
        Flag flag = random.nextInt(12) == 0 ? Flag.values()[random.nextInt(4)] : Flag.NONE;
        Report report = new Report(random.nextInt(10) > 0, flag, Optional.empty(), random.nextInt(20) == 0, false);
        OffsetDateTime taken = AUTHORED.minusDays(random.nextInt(60)).minusHours(random.nextInt(24));
        return new LabResult(analyte, value, taken, report, "Observation/" + analyte.ordinal());
    }

    private static double[] usual(Analyte analyte) {
        return switch (analyte) {
            case SODIUM -> new double[] {134, 145};
            case POTASSIUM -> new double[] {3.6, 5.2};
            case CALCIUM -> new double[] {2.25, 2.55};
            case IONISED_CALCIUM -> new double[] {1.16, 1.29};
            case MAGNESIUM -> new double[] {0.72, 0.98};
            case PHOSPHATE -> new double[] {0.85, 1.45};
            case GLUCOSE -> new double[] {4, 7};
            case CREATININE -> new double[] {60, 110};
            case CREATINE_KINASE -> new double[] {50, 180};
            case THYROTROPIN -> new double[] {0.5, 5};
            case ALBUMIN -> new double[] {36, 48};
            case EGFR -> new double[] {30, 110};
            case LITHIUM -> new double[] {0.4, 1.2};
            default -> new double[] {1, 10};
        };
    }

    private static Entry entry(String reference, Random random) {
        return new Entry(reference, Optional.of(TODAY.minusDays(random.nextInt(800))));
    }

    /** The same case with this answer in place of the item's own. */
    public RandomCase with(Item item, String code) {
        Map<Item, Set<String>> changed = new EnumMap<>(Item.class);
        changed.putAll(codes);
        Set<String> before = codes.getOrDefault(item, Set.of());
        boolean adds = item.form().kind() == Kind.SOME_OF && !before.contains("none") && !before.isEmpty();
        Set<String> after = new java.util.HashSet<>(adds ? before : Set.of());
        after.add(code);
        changed.put(item, after);
        return new RandomCase(changed, numbers, patient, chart);
    }

    public RandomCase without(Item item) {
        Map<Item, Set<String>> changed = new EnumMap<>(Item.class);
        changed.putAll(codes);
        changed.remove(item);
        return new RandomCase(changed, numbers, patient, chart);
    }

    public Answers answers() {
        Answers.Builder builder = Answers.builder();
        codes.forEach((item, given) -> given.forEach(code -> builder.code(item, code)));
        numbers.forEach(builder::number);
        return builder.build();
    }

    public CaseFile file(boolean withChart) {
        return new CaseFile(
                AUTHORED, answers(), patient, withChart ? Optional.of(chart) : Optional.empty(), Limits.standard());
    }
}
