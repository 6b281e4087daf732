package org.fascicle.clinical.chart;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.clinical.lab.UnreadAlert;

/**
 * All a chart tells that matters here. What it does not list is absent, unless the part that would list it was withheld.
 *
 * @param withheld the parts that could not be read, or not in full
 */
public record ChartFacts(
        List<Diagnosis> diagnoses,
        List<Medicine> medicines,
        List<LabResult> results,
        Tests tests,
        List<PlacedOrder> orders,
        List<Unread> unread,
        Set<ChartPart> withheld) {

    /** Examinations and measurements that are not laboratory results. */
    public record Tests(List<Electrodiagnosis> electrodiagnoses, Optional<BloodPressure> bloodPressure) {
        public Tests {
            electrodiagnoses = List.copyOf(electrodiagnoses);
        }
    }

    /** A chart that was read and lists nothing. */
    public static final ChartFacts EMPTY = new ChartFacts(
            List.of(), List.of(), List.of(), new Tests(List.of(), Optional.empty()), List.of(), List.of(), Set.of());

    public ChartFacts {
        diagnoses = List.copyOf(diagnoses);
        medicines = List.copyOf(medicines);
        results = List.copyOf(results);
        orders = List.copyOf(orders);
        unread = List.copyOf(unread);
        withheld = Set.copyOf(withheld);
    }

    /** Everything the chart lists now, for quick questions. */
    public Set<ChartFact> listed() {
        Stream<ChartFact> problems = diagnoses.stream().map(Diagnosis::problem);
        Stream<ChartFact> drugs =
                medicines.stream().filter(Medicine::isActive).flatMap(medicine -> medicine.classes().stream());
        return Stream.concat(Stream.concat(problems, drugs), past()).collect(Collectors.toUnmodifiableSet());
    }

    /** The results that were flagged critical and could not be used. */
    public List<UnreadAlert> alerts() {
        return unread.stream().flatMap(each -> each.alerts().stream()).toList();
    }

    /** Whether every part that would list the fact was read. */
    public boolean wouldList(ChartFact fact) {
        return withheld.isEmpty() || Collections.disjoint(withheld, fact.parts());
    }

    private Stream<ChartFact> past() {
        Stream<ChartFact> platinum =
                medicines.stream().anyMatch(m -> m.classes().contains(DrugClass.PLATINUM))
                        ? Stream.of(Past.PLATINUM)
                        : Stream.empty();
        Stream<ChartFact> stopped = wasStopped(DrugClass.CALCIUM_OR_VITAMIN_D)
                ? Stream.of(Past.CALCIUM_OR_VITAMIN_D_STOPPED)
                : Stream.empty();
        return Stream.concat(platinum, stopped);
    }

    private boolean wasStopped(DrugClass drug) {
        return medicines.stream().anyMatch(m -> m.classes().contains(drug))
                && medicines.stream().noneMatch(m -> m.isActive(drug));
    }

    @Override
    public String toString() {
        return "ChartFacts[%d problems, %d medicines, %d results]"
                .formatted(diagnoses.size(), medicines.size(), results.size());
    }
}
