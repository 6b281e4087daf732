package org.fascicle.testing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.ChartPart;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Days;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Kind;
import org.fascicle.clinical.limit.Limits;

/** A case drawn at random from a seed: answers that fit the interview, perhaps a chart. Mostly quiet, sometimes ill. */
public record RandomCase(
        Map<Item, Set<String>> codes,
        Map<Item, Double> numbers,
        Map<Item, Days> dates,
        Patient patient,
        ChartFacts chart) {
    public static final OffsetDateTime AUTHORED = OffsetDateTime.of(2026, 11, 20, 10, 0, 0, 0, ZoneOffset.UTC);
    private static final LocalDate TODAY = AUTHORED.toLocalDate();
    private static final Set<String> QUIET = Set.of(
            ("no none normal stable improving one-spot one-region lt-2w 2w-3m twitch eyelid calf hand intermittent daily"
                            + " seconds mild one-side after-exercise not-done negative down seen")
                    .split(" "));

    public static RandomCase of(long seed) {
        Random random = new Random(seed);
        double illness = illness(random);
        double answered = random.nextBoolean() ? 1 : 0.9;
        Map<Item, Set<String>> codes = new EnumMap<>(Item.class);
        Map<Item, Double> numbers = new EnumMap<>(Item.class);
        Map<Item, Days> dates = new EnumMap<>(Item.class);
        for (Item item : Item.values()) {
            if (random.nextDouble() < answered && isOpen(item, codes)) {
                answer(item, codes, numbers, random, illness);
            }
            if (item.form().kind() == Kind.DATE && isOpen(item, codes) && random.nextInt(4) == 0) {
                dates.put(item, days(random));
            }
        }
        return new RandomCase(codes, numbers, dates, patient(random), RandomChart.draw(random, illness));
    }

    /** Many are all but well, some are ill, few are ill in every way. */
    private static double illness(Random random) {
        double[] most = {0.003, 0.01, 0.03, 0.1, 0.5};
        return random.nextDouble() * most[random.nextInt(most.length)];
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
        if (item == Item.EX_DONE) {
            return Set.of(offered.get(random.nextInt(2)));
        }
        List<String> quiet = offered.stream().filter(QUIET::contains).toList();
        if (!quiet.isEmpty() && random.nextDouble() > illness) {
            return Set.of(quiet.get(random.nextInt(quiet.size())));
        }
        String code = offered.get(random.nextInt(offered.size()));
        if (item.form().kind() == Kind.SOME_OF && !code.equals("none") && random.nextInt(3) == 0) {
            String other = offered.get(random.nextInt(offered.size()));
            return other.equals("none") || other.equals(code) ? Set.of(code) : Set.of(code, other);
        }
        return Set.of(code);
    }

    private static Patient patient(Random random) {
        Optional<Days> born = random.nextInt(10) == 0 ? Optional.empty() : Optional.of(born(random));
        return new Patient(born, Patient.Sex.values()[random.nextInt(3)]);
    }

    private static Days born(Random random) {
        LocalDate day = TODAY.minusYears(random.nextInt(95)).minusDays(random.nextInt(365));
        return random.nextInt(8) == 0
                ? new Days(day.withDayOfYear(1), day.withDayOfYear(day.lengthOfYear()))
                : Days.on(day);
    }

    /** To the day, the month or the year. */
    private static Days days(Random random) {
        LocalDate day = TODAY.minusDays(random.nextInt(500) - 10);
        return switch (random.nextInt(6)) {
            case 0 -> new Days(day.withDayOfYear(1), day.withDayOfYear(day.lengthOfYear()));
            case 1 -> new Days(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()));
            default -> Days.on(day);
        };
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
        return new RandomCase(changed, numbers, dates, patient, chart);
    }

    public RandomCase without(Item item) {
        Map<Item, Set<String>> changed = new EnumMap<>(Item.class);
        changed.putAll(codes);
        changed.remove(item);
        return new RandomCase(changed, numbers, dates, patient, chart);
    }

    /** The same case, with parts of its chart closed to us: what they list is still seen where other parts list it too. */
    public RandomCase withholding(Set<ChartPart> parts) {
        ChartFacts closed = new ChartFacts(
                chart.diagnoses(),
                chart.medicines(),
                chart.results(),
                chart.tests(),
                chart.orders(),
                chart.unread(),
                parts);
        return new RandomCase(codes, numbers, dates, patient, closed);
    }

    public Answers answers() {
        Answers.Builder builder = Answers.builder();
        codes.forEach((item, given) -> given.forEach(code -> builder.code(item, code)));
        numbers.forEach(builder::number);
        dates.forEach(builder::date);
        return builder.build();
    }

    public CaseFile file(boolean withChart) {
        return file(withChart, Limits.standard());
    }

    public CaseFile file(boolean withChart, Limits limits) {
        return new CaseFile(AUTHORED, answers(), patient, withChart ? Optional.of(chart) : Optional.empty(), limits);
    }

    /** Every case that is this one with one thing less: an answer, a number, a date, or an entry of the chart. */
    public Stream<RandomCase> smaller() {
        return Stream.of(
                        codes.keySet().stream()
                                .map(item -> new RandomCase(less(codes, item), numbers, dates, patient, chart)),
                        numbers.keySet().stream()
                                .map(item -> new RandomCase(codes, less(numbers, item), dates, patient, chart)),
                        dates.keySet().stream()
                                .map(item -> new RandomCase(codes, numbers, less(dates, item), patient, chart)),
                        SmallerCharts.of(chart).map(less -> new RandomCase(codes, numbers, dates, patient, less)))
                .flatMap(part -> part);
    }

    private static <V> Map<Item, V> less(Map<Item, V> answers, Item item) {
        Map<Item, V> less = new EnumMap<>(answers);
        less.remove(item);
        return less;
    }
}
