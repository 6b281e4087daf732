package org.fascicle.sandbox.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.fascicle.chart.Chart;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the practice EHR sends along is what its chart holds, word for word. */
class PrefetchedTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    @Test
    void aReferenceKeepsTheVersionItNames(@TempDir Path folder) {
        try (Chart chart = EmbeddedChart.open(
                "jdbc:sqlite:" + folder.resolve("chart.db"),
                CLOCK,
                () -> UUID.randomUUID().toString())) {
            chart.update((Patient) new Patient().setId("halima"));
            chart.create(new RiskAssessment()
                    .setStatus(RiskAssessmentStatus.FINAL)
                    .setSubject(new Reference("Patient/halima"))
                    .addBasis(new Reference("QuestionnaireResponse/7/_history/3")));
            JsonNode filled = new Prefetched(chart, new Visiting("halima", "imke", Optional.empty()))
                    .fill(JsonNodeFactory.instance
                            .objectNode()
                            .put("assessments", "RiskAssessment?patient={{context.patientId}}"));
            assertEquals("searchset", filled.at("/assessments/type").asText());
            assertEquals(
                    "QuestionnaireResponse/7/_history/3",
                    filled.at("/assessments/entry/0/resource/basis/0/reference").asText());
        }
    }
}
