package org.fascicle.assessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.fhir.result.Judged;
import org.fascicle.testing.CoveredResults;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.GeneratedPatients;
import org.fascicle.testing.PracticeChart;
import org.fascicle.testing.ShownResult;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts that an independent generator wrote, loaded into the embedded store, and the same few histories over each. */
@Tag("deep")
class GeneratedPatientsTest {
    private static final int PATIENTS = 200;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final Set<String> HISTORIES = Set.of(
            "eyelid-five-coffees",
            "eyelid-numb-lips-on-furosemide",
            "widespread-three-weeks-at-45",
            "hand-weakness-with-wasting",
            "nothing-answered-but-ten-days");

    /** The generator points at clinicians and visits that it was not asked for. */
    private static final String ELSEWHERE = "\"reference\"\\s*:\\s*\"(?:Practitioner|Organization|Location)\\?[^\"]*\"";

    @TempDir
    Path folder;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<QuestionnaireResponse> histories = ExampleCase.all()
            .filter(example -> HISTORIES.contains(example.name()))
            .map(ExampleCase::response)
            .toList();

    @Test
    void theSameHistoriesAreAssessedOverEveryGeneratedChartAndNoCoveredResultIsMissed() throws IOException {
        List<Path> files = GeneratedPatients.bundles(PATIENTS);
        assertTrue(files.size() >= PATIENTS, () -> "only " + files.size() + " patients were made");
        assertEquals(HISTORIES.size(), histories.size());
        try (Chart chart = PracticeChart.open(folder, CLOCK)) {
            Assessing assessing = PracticeChart.assessing(CLOCK);
            for (Path file : files) {
                assess(chart, assessing, load(chart, file), file.getFileName().toString());
            }
        }
        counts.forEach((what, number) -> System.out.println(number + " " + what));
        assertEquals(files.size(), counts.get("patients"));
        assertEquals(files.size() * HISTORIES.size(), counts.get("assessments"));
        assertTrue(counts.get("results read") > 1000, counts::toString);
    }

    private static List<Stored> load(Chart chart, Path file) throws IOException {
        String json = Files.readString(file).replaceAll(ELSEWHERE, "\"type\":\"Practitioner\"");
        Bundle bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, json);
        Set<String> own = bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getFullUrl)
                .collect(Collectors.toSet());
        bundle.setType(BundleType.TRANSACTION).getEntry().forEach(entry -> {
            FhirContext.forR4Cached()
                    .newTerser()
                    .getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class)
                    .stream()
                    .filter(reference -> reference.hasReference()
                            && reference.getReference().startsWith("urn:")
                            && !own.contains(reference.getReference()))
                    .forEach(reference -> reference.setReference(null).setDisplay("not part of this chart"));
            String type = entry.getResource().fhirType();
            entry.getRequest().setMethod(HTTPVerb.POST).setUrl(type).setIfNoneExist(null);
        });
        return chart.transact(bundle).stream().map(Written::stored).toList();
    }

    private void assess(Chart chart, Assessing assessing, List<Stored> loaded, String file) {
        String patient = loaded.stream()
                .map(stored -> stored.key().toString())
                .filter(key -> key.startsWith("Patient/"))
                .findFirst()
                .orElseThrow();
        add("patients", 1);
        add("resources", loaded.size());
        for (QuestionnaireResponse history : histories) {
            QuestionnaireResponse asked = history.copy()
                    .setSubject(new Reference(patient))
                    .setAuthoredElement(new DateTimeType("2026-11-21T08:00:00Z"));
            asked.setId((String) null);
            Stored response = chart.create(asked).stored();
            Judged judged = assessing.judged(chart, response.as(QuestionnaireResponse.class));
            ChartFacts facts = judged.file().chart().orElseThrow();
            assertEquals(Set.of(), missed(loaded, facts), () -> file + ": covered results that were not read");
            Result result = assessing.assess(chart, response.key().id());
            ShownResult shown = new ShownResult(FhirContext.forR4Cached()
                    .newJsonParser()
                    .parseResource(Bundle.class, result.bundle("https://example.org/fhir")));
            assertTrue(result.isWritten(), file);
            count(shown, judged);
            if (history == histories.get(0)) {
                count(facts);
            }
        }
    }

    private static Set<String> missed(List<Stored> loaded, ChartFacts facts) {
        Set<String> covered = loaded.stream()
                .filter(stored -> stored.key().type().equals("Observation"))
                .filter(stored -> CoveredResults.isCovered(stored.as(Observation.class)))
                .map(stored -> stored.key().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        facts.results().stream().map(LabResult::reference).forEach(covered::remove);
        return covered;
    }

    private void count(ShownResult shown, Judged judged) {
        add("assessments", 1);
        add("urgency: " + shown.urgency(), 1);
        add("proposals", shown.proposed().size());
        add("not proposed, with the reason", shown.notProposed().size());
        assertEquals(judged.assessment().urgency().code(), shown.urgency());
    }

    private void count(ChartFacts facts) {
        add("results read", facts.results().size());
        add("problems read", facts.diagnoses().size());
        add("medicines read", facts.medicines().size());
        facts.unread().stream().map(GeneratedPatientsTest::kind).forEach(why -> add("unread: " + why, 1));
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
