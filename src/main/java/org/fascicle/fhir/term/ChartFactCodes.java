package org.fascicle.fhir.term;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.chart.Problem;

/**
 * A code of our own for everything a chart can list, so that a hospital can map what it codes locally, or writes in words,
 * to what the rules ask for. Also the only code for what no verified code of a published system exists for.
 */
public final class ChartFactCodes {
    public static final String SYSTEM = Systems.BASE + "/CodeSystem/fasciculation-chart-fact";

    private static final Map<String, ChartFact> FACTS =
            codable().collect(Collectors.toUnmodifiableMap(ChartFactCodes::of, Function.identity()));

    private ChartFactCodes() {}

    /** The problems, the classes of medicine, and what an EMG or nerve conduction study showed. */
    public static List<ChartFact> all() {
        return codable().toList();
    }

    private static Stream<ChartFact> codable() {
        return Stream.of(
                        Arrays.stream(Problem.values()),
                        Arrays.stream(DrugClass.values()),
                        Stream.of(Past.EMG_NORMAL, Past.EMG_ABNORMAL, Past.EMG_DENERVATION))
                .flatMap(Function.<Stream<? extends ChartFact>>identity());
    }

    public static String of(ChartFact fact) {
        return fact.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ChartFact> find(String code) {
        return Optional.ofNullable(FACTS.get(code));
    }
}
