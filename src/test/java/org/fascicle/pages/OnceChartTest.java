package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.term.Systems;
import org.fascicle.state.Shelf;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.PracticeChart;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Responses held until they are complete, on a chart that is asked to create and never to change them. */
class OnceChartTest {
    private static final String LAUNCH = "a-launch";

    @TempDir
    Path folder;

    private State state;
    private Chart chart;
    private Shelf<AsideResponses.Kept> shelf;
    private OnceChart once;
    private String patient;

    @BeforeEach
    void open() {
        Clock clock = Clock.systemUTC();
        state = State.open(StatePlace.at("jdbc:sqlite:" + folder.resolve("state.db")), Optional.empty(), clock);
        chart = PracticeChart.open(folder, clock);
        shelf = state.shelf("aside", AsideResponses.Kept.class, Duration.ofHours(1));
        once = new OnceChart(chart, new AsideResponses(shelf, LAUNCH, clock));
        patient = chart.create(new Patient()).key().toString();
    }

    @AfterEach
    void close() {
        chart.close();
        state.close();
    }

    @Test
    void aDraftIsFoundAsOneInProgressAndIsNotInTheChart() {
        Stored draft = once.create(draft()).stored();
        assertEquals(draft.key(), once.read(draft.key()).key());
        assertEquals(1, once.searchAll(of("in-progress")).size());
        assertEquals(0, once.searchAll(of("completed", "amended")).size());
        assertEquals(0, chart.searchAll(of("in-progress")).size());
    }

    @Test
    void completedItIsInTheChartAndFoundByItsFormerIdToo() {
        Stored draft = once.create(draft()).stored();
        Written written = once.update(completed(draft), draft.version());
        assertEquals(Written.Outcome.CREATED, written.outcome());
        assertEquals(written.key(), once.read(draft.key()).key());
        assertEquals(written.key(), chart.read(written.key()).key());
        assertEquals(0, once.searchAll(of("in-progress")).size());
        assertEquals(1, once.searchAll(of("completed", "amended")).size());
        Fault again = assertThrows(Fault.class, () -> once.update(completed(draft), draft.version()));
        assertEquals(Kind.STALE, again.kind());
    }

    /** The chart has it, and we were stopped before we knew. */
    @Test
    void completedAgainAfterABreakItIsThereOnce() {
        Stored draft = once.create(draft()).stored();
        AsideResponses.Kept before = shelf.find(LAUNCH).orElseThrow().value();
        Written first = once.update(completed(draft), draft.version());
        shelf.put(LAUNCH, before);
        Written second = once.update(completed(draft), draft.version());
        assertEquals(Written.Outcome.FOUND, second.outcome());
        assertEquals(first.key(), second.key());
        assertEquals(1, chart.searchAll(of("completed")).size());
    }

    @Test
    void aDraftThatWasChangedElsewhereIsNotCompletedUnseen() {
        Stored draft = once.create(draft()).stored();
        once.update(draft.as(QuestionnaireResponse.class), draft.version());
        Fault stale = assertThrows(Fault.class, () -> once.update(completed(draft), draft.version()));
        assertEquals(Kind.STALE, stale.kind());
        assertEquals(0, chart.searchAll(of("completed")).size());
    }

    private QuestionnaireResponse draft() {
        QuestionnaireResponse draft = new QuestionnaireResponse()
                .setStatus(QuestionnaireResponseStatus.INPROGRESS)
                .setQuestionnaire(Systems.QUESTIONNAIRE);
        draft.getSubject().setReference(patient);
        return draft;
    }

    private static QuestionnaireResponse completed(Stored draft) {
        return draft.as(QuestionnaireResponse.class).setStatus(QuestionnaireResponseStatus.COMPLETED);
    }

    private Search of(String... statuses) {
        return Search.of("QuestionnaireResponse").where("patient", patient).where("status", statuses);
    }
}
