package org.fascicle.assessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.chart.Withheld;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.Judged;
import org.fascicle.knowledge.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chart does not show us is unknown to every rule, and said. */
class WithheldTest {
    private static final ResponseReader READER = new ResponseReader(new Interviews(Definitions.published()));
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T09:00:00Z");
    private static final String QUIET = "eyelid-five-coffees";

    @Test
    void problemsWeMayNotSeeAreUnknown() {
        assertEquals(Presence.ABSENT, charted(Problem.MOTOR_NEURON_DISEASE));
        assertEquals(Presence.UNKNOWN, charted(Problem.MOTOR_NEURON_DISEASE, Withheld.kept("Condition")));
        assertEquals(Presence.UNKNOWN, charted(Problem.MOTOR_NEURON_DISEASE, Withheld.notOffered("Condition")));
        assertEquals(Presence.ABSENT, charted(DrugClass.LITHIUM, Withheld.kept("Condition")));
    }

    @Test
    void medicinesWeMayNotSeeAreUnknown() {
        assertEquals(Presence.UNKNOWN, charted(DrugClass.LITHIUM, Withheld.kept("MedicationRequest")));
        assertEquals(Presence.UNKNOWN, charted(DrugClass.LITHIUM, Withheld.kept("MedicationStatement")));
        assertEquals(Presence.UNKNOWN, charted(Past.PLATINUM, Withheld.kept("MedicationStatement")));
    }

    @Test
    void aChartWithoutStatementsKeepsItsMedicinesInRequests() {
        assertEquals(Presence.ABSENT, charted(DrugClass.LITHIUM, Withheld.notOffered("MedicationStatement")));
    }

    @Test
    void operationsAndStudiesWeMayNotSeeAreUnknown() {
        assertEquals(Presence.UNKNOWN, charted(Problem.NECK_SURGERY, Withheld.kept("Procedure")));
        assertEquals(Presence.UNKNOWN, charted(Past.EMG_ABNORMAL, Withheld.kept("DiagnosticReport")));
        assertEquals(Presence.ABSENT, charted(Problem.DIABETES, Withheld.kept("Procedure")));
    }

    @Test
    void aBenignCauseIsLikelyInThisCaseWhenAllIsSeen() {
        assertEquals(Optional.of(Concern.LIKELY), benign());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Condition", "MedicationRequest"})
    void noBenignCauseIsLikelyWhileProblemsOrMedicinesAreClosed(String type) {
        assertEquals(Optional.of(Concern.POSSIBLE), benign(Withheld.kept(type)));
    }

    @Test
    void theResultNamesWhatWasNotSeen() {
        assertTrue(judged(Withheld.kept("Condition")).file().chart().orElseThrow().unread().stream()
                .anyMatch(unread ->
                        unread.reference().equals("Condition") && unread.why().contains("unknown")));
    }

    private static Presence charted(ChartFact fact, Withheld... types) {
        return judged(types).file().charted(fact);
    }

    private static Optional<Concern> benign(Withheld... types) {
        return judged(types).assessment().of(Outcome.BENIGN).concern();
    }

    private static Judged judged(Withheld... types) {
        ChartResources chart =
                ChartResources.of(Examples.named(QUIET).chart().orElseThrow()).without(List.of(types));
        return new Judge(Limits.standard())
                .judge(READER.read(Examples.named(QUIET).response()), Optional.of(chart), NOW);
    }
}
