package org.fascicle.chart.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An EHR's chart may hold values that FHIR does not know. They spoil themselves, not the chart. */
class OddValuesTest {
    private static final String NO_DAY = "{\"resourceType\":\"Observation\",\"id\":\"o1\",\"status\":\"final\","
            + "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"2823-3\"}]},"
            + "\"subject\":{\"reference\":\"Patient/p1\"},\"effectiveDateTime\":\"2026-02-30\","
            + "\"valueQuantity\":{\"value\":2.3,\"unit\":\"mmol/L\"}}";
    private static final String NO_CODE = "{\"resourceType\":\"Condition\",\"id\":\"c1\","
            + "\"code\":{\"text\":\"Hypokalaemia\"},\"subject\":{\"reference\":\"Patient/p1\"},"
            + "\"onsetDateTime\":\"last summer\",\"recordedDate\":\"2026-01-05\"}";

    @TempDir
    Path folder;

    private ChartServer server;
    private Chart chart;

    @BeforeEach
    void open() {
        server = ChartServer.start(folder);
        chart = RemoteChart.open(FhirServer.at(server.base(), Bearer.NONE), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        chart.close();
        server.close();
    }

    @Test
    void aResultOfADayThatIsNoneIsReadWithTheRest() {
        answer(NO_DAY);

        Observation read = chart.read(new Key("Observation", "o1")).as(Observation.class);

        assertEquals("2.3", read.getValueQuantity().getValue().toString());
        assertEquals("2026-02-30", read.getEffectiveDateTimeType().getValueAsString());
    }

    @Test
    void aSearchAnswersTheOddOneAndItsNeighbours() {
        answer("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":" + NO_CODE
                + "},{\"resource\":" + NO_CODE.replace("c1", "c2").replace("last summer", "2025-07") + "}]}");

        List<Stored> found = chart.search(Search.of("Condition").where("patient", "Patient/p1"))
                .matches();

        assertEquals(
                List.of("last summer", "2025-07"),
                found.stream()
                        .map(one ->
                                one.as(Condition.class).getOnsetDateTimeType().getValueAsString())
                        .toList());
    }

    /** So that whoever reads it can tell a withdrawal from nothing said. */
    @Test
    void aStatusInAWrongCaseIsKeptAsItIsWritten() {
        String withdrawn = NO_DAY.replace("final", "ENTERED-IN-ERROR").replace("02-30", "02-20");
        answer(withdrawn);

        Observation read = chart.read(new Key("Observation", "o1")).as(Observation.class);

        assertEquals("ENTERED-IN-ERROR", read.getStatusElement().getValueAsString());
        answer("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":" + withdrawn + "}]}");
        assertEquals(
                "ENTERED-IN-ERROR",
                chart.search(Search.of("Observation").where("patient", "Patient/p1"))
                        .matches()
                        .get(0)
                        .as(Observation.class)
                        .getStatusElement()
                        .getValueAsString());
    }

    /** HAPI's own writer fails at it. */
    @Test
    void anIntegerThatIsNoneIsDroppedAndTheRestIsKept() {
        answer(NO_DAY.replace("final", "Final")
                .replaceFirst("\"valueQuantity.*$", "\"valueInteger\":\"about four\",\"note\":[{\"text\":\"kept\"}]}"));

        Observation read = chart.read(new Key("Observation", "o1")).as(Observation.class);

        assertEquals("Final", read.getStatusElement().getValueAsString());
        assertEquals("kept", read.getNoteFirstRep().getText());
        assertFalse(read.hasValue());
    }

    private void answer(String json) {
        server.spoiler = (request, work) ->
                request.address().contains("metadata") ? work.answer() : ChartServer.Reply.of(200, json);
    }
}
