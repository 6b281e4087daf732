package org.fascicle.assessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.chart.embedded.EmbeddedChart;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fault.Fault;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Canonical;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;
import org.fascicle.fhir.term.Systems;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.ShownResult;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An upgrade: version 1.1.0 of the interview comes out and no longer asks whether the breasts became larger. What was taken
 * and judged before stays what it was.
 */
class UpgradeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final ExampleCase KENNEDY =
            new ExampleCase(Path.of("examples/cases/chin-twitching-with-breast-enlargement"));
    private static final String DROPPED = "hx.gynaecomastia";

    private final Definitions definitions = Definitions.published().with(next());
    private final Interviews interviews = new Interviews(definitions);
    private final Assessing assessing = new Assessing(
            new ResponseReader(interviews),
            new Judge(Limits.standard()),
            new ResultToFhir(new Wording(interviews::newestFirst, Locale.ENGLISH)),
            CLOCK);

    @Test
    void bothVersionsOfTheInterviewStandSideBySide() {
        assertEquals("1.1.0", version(Systems.QUESTIONNAIRE));
        assertEquals("1.0.0", version(Systems.QUESTIONNAIRE + "|1.0.0"));
        assertEquals(
                "1.1.0",
                definitions
                        .find("Questionnaire", "fasciculation-history")
                        .orElseThrow()
                        .version());
    }

    @Test
    void aResponseIsJudgedByTheVersionItWasTakenWith() {
        ShownResult before = judge(KENNEDY.response());
        assertTrue(before.fired().contains("M-23"), before.fired()::toString);
        assertTrue(before.narrative().contains("In a man: have the breasts become larger?"), before::narrative);
    }

    @Test
    void anAnswerTheNewVersionDoesNotAskForIsRefusedThere() {
        QuestionnaireResponse response = KENNEDY.response().setQuestionnaire(Systems.QUESTIONNAIRE + "|1.1.0");
        Fault fault = assertThrows(Fault.class, () -> judge(response));
        assertTrue(
                fault.issues().toString().contains("`" + DROPPED + "`"),
                () -> fault.issues().toString());
    }

    @Test
    void whatTheNewVersionDoesNotAskIsNotKnown() {
        QuestionnaireResponse response = KENNEDY.response().setQuestionnaire(Systems.QUESTIONNAIRE + "|1.1.0");
        response.getItem().forEach(UpgradeTest::dropAnswer);
        assertTrue(!judge(response).fired().contains("M-23"));
    }

    @Test
    void anOldResultIsStillExplainedAfterTheRulesHaveChanged(@TempDir Path folder) {
        try (Chart chart = EmbeddedChart.open(
                "jdbc:sqlite:" + folder.resolve("chart.db"),
                CLOCK,
                () -> UUID.randomUUID().toString())) {
            KENNEDY.chart().orElseThrow().getEntry().forEach(entry -> chart.update(entry.getResource()));
            String response = chart.create(KENNEDY.response()).stored().key().id();
            Key key = Key.fromReference(
                            assessing.assess(chart, response).entries().get(0).url())
                    .orElseThrow();
            Stored old = chart.update(madeByOlderRules(chart.read(key))).stored();
            assertEquals(
                    List.of("The rules have changed since; they are now version 1.0.0."),
                    assessing.staleness(chart, key.id()).reasons());
            assertTrue(rationale(chart.read(key)).contains("M-99: a rule that is gone"));

            assertTrue(assessing.assess(chart, response).isWritten());
            assertTrue(rationale(chart.read(key)).contains("M-23"));
            assertTrue(rationale(chart.read(key, old.version())).contains("M-99: a rule that is gone"));
        }
    }

    private static RiskAssessment madeByOlderRules(Stored result) {
        RiskAssessment old = result.as(RiskAssessment.class);
        old.getMethod().getCodingFirstRep().setCode("0.9.0");
        old.getIdentifier().stream()
                .filter(identifier -> identifier.getSystem().endsWith("/fingerprint"))
                .forEach(identifier -> identifier.setValue("of-older-rules"));
        old.getPredictionFirstRep().setRationale("M-99: a rule that is gone");
        return old;
    }

    private static String rationale(Stored result) {
        return result.as(RiskAssessment.class).getPredictionFirstRep().getRationale();
    }

    private ShownResult judge(QuestionnaireResponse response) {
        Result result = assessing.inline(response, KENNEDY.chart().map(ChartResources::of));
        return new ShownResult(
                FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, result.bundle("http://x")));
    }

    private String version(String canonical) {
        return definitions.find(Canonical.parse(canonical)).orElseThrow().version();
    }

    private static Questionnaire next() {
        Optional<Questionnaire> current = Definitions.published()
                .find(Canonical.parse(Systems.QUESTIONNAIRE))
                .map(definition -> (Questionnaire) definition.resource());
        Questionnaire next = current.orElseThrow().setVersion("1.1.0");
        next.getItem().forEach(UpgradeTest::drop);
        return next;
    }

    private static void drop(QuestionnaireItemComponent group) {
        group.getItem().removeIf(item -> item.getLinkId().equals(DROPPED));
    }

    private static void dropAnswer(QuestionnaireResponseItemComponent group) {
        group.getItem().removeIf(item -> item.getLinkId().equals(DROPPED));
    }
}
