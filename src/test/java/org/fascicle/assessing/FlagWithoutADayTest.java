package org.fascicle.assessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.knowledge.Examples;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.InstantType;
import org.junit.jupiter.api.Test;

/** A critical flag without a day is judged by when it was stored; a server that tells none is taken to store it as it is read. */
class FlagWithoutADayTest {
    private static final ResponseReader READER = new ResponseReader(new Interviews(Definitions.published()));
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T09:00:00Z");
    private static final String CASE = "potassium-flagged-critical-undated-stored-before-a-normal";

    @Test
    void whileItAlertsTheSameFactsStayTheSameWheneverTheyAreRead() {
        assertEquals(fingerprint("2026-11-20T09:00:00Z"), fingerprint("2026-11-20T10:00:00Z"));
    }

    @Test
    void thatItIsSettledIsAnotherJudgement() {
        assertNotEquals(fingerprint("2026-11-20T09:00:00Z"), fingerprint("2026-11-16T09:00:00Z"));
    }

    private static String fingerprint(String stored) {
        Bundle chart = Examples.named(CASE).chart().orElseThrow();
        chart.getEntry().stream()
                .filter(entry -> entry.getResource().getMeta().hasLastUpdated())
                .forEach(entry -> entry.getResource().getMeta().setLastUpdatedElement(new InstantType(stored)));
        return new Judge(Limits.standard())
                .judge(READER.read(Examples.named(CASE).response()), Optional.of(ChartResources.of(chart)), NOW)
                .stamp()
                .fingerprint();
    }
}
