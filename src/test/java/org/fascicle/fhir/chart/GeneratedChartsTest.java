package org.fascicle.fhir.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.Medicine;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.testing.CoveredResults;
import org.fascicle.testing.GeneratedPatients;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reads charts that an independent generator wrote: no exception, and no result that source D.1 covers is left unread. */
@Tag("deep")
class GeneratedChartsTest {
    private static final int PATIENTS = 200;

    private final TreeMap<String, Integer> counts = new TreeMap<>();

    @Test
    void everyGeneratedChartIsReadAndNoCoveredResultIsMissed() throws IOException {
        List<Path> bundles = GeneratedPatients.bundles(PATIENTS);
        assertTrue(bundles.size() >= PATIENTS, () -> "only " + bundles.size() + " patients were made");
        for (Path file : bundles) {
            Bundle bundle = JsonChart.parse(Files.readString(file));
            ChartFacts facts = ChartFromFhir.read(ChartResources.of(bundle), scope(bundle));
            count(bundle, facts);
            assertEquals(
                    Set.of(), missed(bundle, facts), () -> file.getFileName() + ": covered results that were not read");
        }
        counts.forEach((what, number) -> System.out.println(number + " " + what));
        assertTrue(counts.get("results") > 1000, counts::toString);
    }

    private static ChartScope scope(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Patient.class::isInstance)
                .map(patient -> patient.getIdElement().getIdPart().replace("urn:uuid:", "Patient/"))
                .map(subject -> ChartScope.of(subject, LocalDate.of(2026, 11, 20)))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> missed(Bundle bundle, ChartFacts facts) {
        Set<String> covered = bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(CoveredResults::isCovered)
                .map(lab -> lab.getIdElement().getIdPart())
                .collect(Collectors.toCollection(HashSet::new));
        facts.results().stream().map(LabResult::reference).forEach(covered::remove);
        return covered;
    }

    private void count(Bundle bundle, ChartFacts facts) {
        add("patients", 1);
        add("resources", bundle.getEntry().size());
        add("results", facts.results().size());
        add("problems", facts.diagnoses().size());
        add("medicines", facts.medicines().size());
        add("blood pressures", facts.tests().bloodPressure().isPresent() ? 1 : 0);
        add("orders", facts.orders().size());
        facts.results().forEach(result -> add("results of " + result.analyte().words(), 1));
        facts.diagnoses().stream().map(Diagnosis::problem).forEach(problem -> add("of " + problem.words(), 1));
        facts.medicines().stream()
                .filter(Medicine::isActive)
                .flatMap(medicine -> medicine.classes().stream())
                .forEach(drug -> add("active of " + drug.words(), 1));
        facts.unread().stream().map(GeneratedChartsTest::kind).forEach(why -> add("unread: " + why, 1));
    }

    private static String kind(Unread unread) {
        return Stream.of(unread.why().split(" "))
                .filter(word -> !Character.isDigit(word.charAt(0)))
                .collect(Collectors.joining(" "));
    }

    private void add(String what, int number) {
        counts.merge(what, number, Integer::sum);
    }
}
