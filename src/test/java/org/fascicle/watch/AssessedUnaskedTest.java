package org.fascicle.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.PracticeChart;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessedUnaskedTest {
    private static final String CASE = "coffee-and-weak-hand";

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-21T09:00:00Z"));
    private final AtomicInteger states = new AtomicInteger();
    private Chart chart;
    private State state;
    private Watch watch;

    @BeforeEach
    void open() {
        chart = PracticeChart.open(chartUrl(), clock);
        state = state(stateUrl());
        watch = watching();
        watch.round();
        clock.forward(Duration.ofSeconds(1));
    }

    private Watch watching() {
        return new Watch(chart, state, clock).assessing(PracticeChart.assessing(clock));
    }

    @AfterEach
    void close() {
        watch.close();
        state.close();
        chart.close();
    }

    @Test
    void aCompletedResponseIsAssessedWithoutAnyoneAsking() {
        store(response());
        watch.round();
        assertEquals(RiskAssessmentStatus.FINAL, assessment().getStatus());
        assertEquals(0, state.queue("assess").size());
    }

    @Test
    void aResponseInProgressIsNot() {
        store(response().setStatus(QuestionnaireResponseStatus.INPROGRESS));
        watch.round();
        assertEquals(List.of(), all("RiskAssessment"));
    }

    @Test
    void anAmendedResponseIsAssessedAnew() {
        store(response());
        watch.round();
        clock.forward(Duration.ofSeconds(1));
        store(response().setStatus(QuestionnaireResponseStatus.AMENDED));
        watch.round();
        assertEquals(RiskAssessmentStatus.AMENDED, assessment().getStatus());
    }

    @Test
    void aResponseThatWasAnErrorTakesItsAssessmentWithIt() {
        store(response());
        watch.round();
        clock.forward(Duration.ofSeconds(1));
        store(response().setStatus(QuestionnaireResponseStatus.ENTEREDINERROR));
        watch.round();
        assertEquals(RiskAssessmentStatus.ENTEREDINERROR, assessment().getStatus());
    }

    @Test
    void aResponseThatCannotBeAssessedIsTriedOnceAndLeft() {
        QuestionnaireResponse unfit = response();
        unfit.addItem().setLinkId("no.such.item");
        store(unfit);
        watch.round();
        assertEquals(List.of(), all("RiskAssessment"));
        assertEquals(0, state.queue("assess").size());
    }

    @Test
    void whatWasThereBeforeTheFirstLookIsLeftAlone() {
        store(response());
        clock.forward(Duration.ofMinutes(1));
        try (Watch late = new Watch(chart, freshState(), clock).assessing(PracticeChart.assessing(clock))) {
            late.round();
            late.round();
        }
        assertEquals(List.of(), all("RiskAssessment"));
    }

    private State freshState() {
        return state(stateUrl());
    }

    private State state(String url) {
        return State.open(new StatePlace(url, folder.resolve("state.key")), Optional.empty(), clock);
    }

    /** The JDBC URL of an empty place for a chart. */
    String chartUrl() {
        return "jdbc:sqlite:" + folder.resolve("chart.db");
    }

    /** The JDBC URL of an empty place for a state. */
    String stateUrl() {
        return "jdbc:sqlite:" + folder.resolve("state" + states.incrementAndGet() + ".db");
    }

    @Test
    void whatWasStoredWhileNobodyWatchedIsCaughtUpWith() {
        watch.close();
        store(response());
        clock.forward(Duration.ofDays(3));
        watch = watching();
        watch.round();
        assertEquals(RiskAssessmentStatus.FINAL, assessment().getStatus());
    }

    @Test
    void lookingAgainWritesNothing() {
        store(response());
        watch.round();
        String version = chart.read(key()).version();
        clock.forward(Duration.ofSeconds(5));
        try (Watch another = watching()) {
            another.round();
            watch.round();
        }
        assertEquals(version, chart.read(key()).version());
    }

    @Test
    void itGoesOnByItselfOnceStarted() throws InterruptedException {
        watch.start(Duration.ofMillis(20));
        store(response());
        for (int i = 0; i < 500 && all("RiskAssessment").isEmpty(); i++) {
            Thread.sleep(20);
        }
        assertEquals(1, all("RiskAssessment").size());
    }

    private QuestionnaireResponse response() {
        return new ExampleCase(Path.of("examples/cases", CASE)).response();
    }

    private void store(QuestionnaireResponse response) {
        Patient patient = new Patient();
        patient.setId("p-" + CASE);
        chart.update(patient);
        chart.update(response);
    }

    private RiskAssessment assessment() {
        return chart.read(key()).as(RiskAssessment.class);
    }

    private Key key() {
        List<Key> keys = all("RiskAssessment");
        assertTrue(keys.size() == 1, keys::toString);
        return keys.get(0);
    }

    private List<Key> all(String type) {
        return chart.searchAll(Search.of(type)).stream()
                .map(org.fascicle.chart.Stored::key)
                .toList();
    }
}
