package org.fascicle.assessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.ShownResult;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

/** A result says by which thresholds and windows it was made. */
class LimitsInResultsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final Interviews INTERVIEWS = new Interviews(Definitions.published());
    private static final ExampleCase CASE = new ExampleCase(Path.of("examples/cases/potassium-2-51"));
    private static final Pattern NOTE = Pattern.compile("Thresholds and windows ([0-9a-f]{16}): (.+)\\.");

    @Test
    void aHospitalsOwnValuesStandInTheResultUnderAHashOfTheirOwn() {
        ShownResult standard = judge(Limits.standard());
        ShownResult own = judge(Limits.of(Map.of("potassium.emergency.low", 2.7)));
        assertEquals("emergency", own.urgency(), "2.51 is below 2.7");
        assertEquals("same-day", standard.urgency(), "and above 2.5");
        assertTrue(
                note(own).group(2).contains("potassium.emergency.low"),
                () -> note(own).group());
        assertTrue(note(own).group(2).contains("2.7"), () -> note(own).group());
        assertNotEquals(note(standard).group(1), note(own).group(1));
    }

    @Test
    void theSameValuesHaveTheSameHash() {
        String standard = note(judge(Limits.standard())).group(1);
        assertEquals(
                standard,
                note(judge(Limits.of(Map.of("potassium.emergency.low", 2.5)))).group(1));
    }

    @Test
    void everyValueInForceStandsInTheResultWithItsUnit() {
        String standard = note(judge(Limits.standard())).group(2);
        String own =
                note(judge(Limits.of(Map.of("potassium.emergency.low", 2.7)))).group(2);
        for (String words : List.of(
                "sodium.emergency.low 120 mmol/L",
                "potassium.emergency.low 2.5 mmol/L",
                "ck.emergency 5000 U/L",
                "window.electrolytes 14 d",
                "age.older 40 a")) {
            assertTrue(standard.contains(words), words);
        }
        for (Limit limit : Limit.values()) {
            assertTrue(standard.contains(limit.key() + " "), limit.key());
            assertTrue(own.contains(limit.key() + " "), limit.key());
        }
        assertTrue(own.contains("In force: sodium") && own.contains("; potassium.emergency.low 2.7 mmol/L;"), own);
    }

    private static ShownResult judge(Limits limits) {
        Assessing assessing = new Assessing(
                new ResponseReader(INTERVIEWS),
                new Judge(limits),
                new ResultToFhir(new Wording(INTERVIEWS.current(), Locale.ENGLISH)),
                CLOCK);
        Result result = assessing.inline(CASE.response(), CASE.chart().map(ChartResources::of));
        return new ShownResult(FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(Bundle.class, result.bundle("https://example.org/fhir")));
    }

    private static Matcher note(ShownResult shown) {
        return shown.assessment().getNote().stream()
                .map(Annotation::getText)
                .map(NOTE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow();
    }
}
