package org.fascicle.pages;

import java.time.Clock;
import java.time.Duration;
import org.fascicle.assessing.writeback.Form;
import org.fascicle.assessing.writeback.Piece;
import org.fascicle.assessing.writeback.WriteBackPlan;
import org.fascicle.smart.Launch;
import org.fascicle.state.Shelf;
import org.fascicle.state.State;

/**
 * Lets the whole visit go on where the chart takes no answers: they are held aside for the launch, nothing is written, and
 * the clinician copies the result. A result in the chart would rest on a response that is not there. Where it takes answers
 * but no change of them, they are held until they are complete.
 */
record Aside(Shelf<AsideResponses.Kept> shelf, Clock clock) {
    private static final Duration A_VISIT = Duration.ofHours(12);

    static Aside in(State state, Clock clock) {
        return new Aside(state.shelf("aside", AsideResponses.Kept.class, A_VISIT), clock);
    }

    LaunchedChart.Opened of(Launch launch, LaunchedChart.Opened opened) {
        WriteBackPlan.Choice answers = opened.plan().of(Piece.RESPONSE);
        if (answers.form() == Form.ITSELF) {
            return opened;
        }
        AsideResponses responses = new AsideResponses(shelf, launch.key().handle(), clock);
        if (answers.form() == Form.ONCE) {
            return new LaunchedChart.Opened(new OnceChart(opened.chart(), responses), opened.plan());
        }
        return new LaunchedChart.Opened(new AsideChart(opened.chart(), responses), WriteBackPlan.copied(answers.why()));
    }
}
