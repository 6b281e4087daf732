package org.fascicle.clinical;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Medicine;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.limit.Limit;

/** The chart's facts, with those that also need the onset: which medicine is new, which study came after. */
final class ListedFacts {
    private ListedFacts() {}

    static Set<ChartFact> of(CaseFile file) {
        Set<ChartFact> facts = new HashSet<>(StudiesDone.of(file));
        file.chart().ifPresent(chart -> {
            facts.addAll(chart.listed());
            if (hasNewTrigger(chart, file)) {
                facts.add(Past.NEW_TRIGGER_MEDICINE);
            }
        });
        return Set.copyOf(facts);
    }

    /** The day the newest medicine that shifts electrolytes was started. */
    static Optional<LocalDate> lastMedicineChange(ChartFacts chart) {
        return chart.medicines().stream()
                .filter(Medicine::isActive)
                .filter(medicine -> medicine.classes().stream().anyMatch(DrugClass::isMetabolicRisk))
                .flatMap(medicine -> medicine.entry().date().stream())
                .max(Comparator.naturalOrder());
    }

    private static boolean hasNewTrigger(ChartFacts chart, CaseFile file) {
        return chart.medicines().stream()
                .filter(Medicine::isActive)
                .filter(Medicine::isTrigger)
                .flatMap(medicine -> medicine.entry().date().stream())
                .anyMatch(started -> isNew(started, file));
    }

    /** Started no earlier than three months before the onset; with an unknown onset, before the response. */
    private static boolean isNew(LocalDate started, CaseFile file) {
        LocalDate onset = file.onset().latest().orElse(file.today());
        long days = (long) file.limits().of(Limit.NEW_MEDICINE);
        return !started.isBefore(onset.minusDays(days));
    }
}
