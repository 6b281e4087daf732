package org.fascicle.watch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.fascicle.chart.Chart;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.PracticeChart;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Stores responses as fast as it can and watches the chart meanwhile, until it is killed. Says each stored id. */
public final class Watcher {
    private Watcher() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Chart chart = PracticeChart.open(folder, Clock.systemUTC());
        watch(chart, state(folder)).start(Duration.ofMillis(20));
        QuestionnaireResponse response = new ExampleCase(Path.of("examples/cases", "coffee-and-weak-hand")).response();
        Patient patient = new Patient();
        patient.setId(response.getSubject().getReference().substring("Patient/".length()));
        chart.update(patient);
        while (true) {
            System.out.println("stored " + chart.create(response).key().id());
        }
    }

    static State state(Path folder) {
        return State.open(
                StatePlace.at("jdbc:sqlite:" + folder.resolve("state.db")), Optional.empty(), Clock.systemUTC());
    }

    static Watch watch(Chart chart, State state) {
        return new Watch(chart, state, Clock.systemUTC()).assessing(PracticeChart.assessing(Clock.systemUTC()));
    }
}
