package org.fascicle.fuzz;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.Serving;
import org.fascicle.Setting;
import org.fascicle.Settings;
import org.fascicle.sandbox.SandboxMode;
import org.fascicle.sandbox.authority.Authority;
import org.fascicle.sandbox.authority.People;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.CaseInChart;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.HttpAnswer;

/** The program as it is started, with some patients, and the practice's signature for calls for cards. */
record Subject(Serving serving, State state, Authority authority) implements AutoCloseable {

    static Subject start(Path folder) {
        Settings settings = Settings.from(
                Map.of("FASCICLE_PORT", "0", "FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("chart.db")));
        Serving serving = Serving.start(settings, Clock.systemUTC());
        ExampleCase.all().limit(5).forEach(example -> store(serving, new CaseInChart(example).json()));
        State state = State.open(
                StatePlace.of(Optional.empty(), settings.text(Setting.STORE)), Optional.empty(), Clock.systemUTC());
        return new Subject(
                serving,
                state,
                new Authority(
                        SandboxMode.of(settings, serving.base()),
                        new People(List::of, List::of),
                        List.of(),
                        state,
                        Authority.ACCESS_LIFE,
                        Clock.systemUTC()));
    }

    private static void store(Serving serving, String transaction) {
        HttpAnswer.to(HttpRequest.newBuilder(URI.create(serving.base() + "/fhir"))
                        .header("Content-Type", "application/fhir+json")
                        .POST(HttpRequest.BodyPublishers.ofString(transaction))
                        .build())
                .expect(200);
    }

    URI base() {
        return serving.base();
    }

    /** Good for one call of this path. */
    String token(String path) {
        return authority.hookToken(URI.create(base() + path));
    }

    @Override
    public void close() {
        state.close();
        serving.close();
    }

    @Override
    public String toString() {
        return "Subject";
    }
}
