package org.fascicle.testing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.fascicle.api.Access;
import org.fascicle.api.ApiDoor;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Populating;
import org.fascicle.chart.Chart;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.http.Listener;

/** The FHIR door on a port of its own, over a chart in a file of its own, with a clock that a test moves. */
public final class RunningServer implements AutoCloseable {
    private static final Definitions DEFINITIONS = Definitions.published();
    private static final Interviews INTERVIEWS = new Interviews(DEFINITIONS);

    private final Chart chart;
    private final MovingClock clock;
    private final Listener listener;
    private final URI base;

    private RunningServer(Chart chart, MovingClock clock, Listener listener) {
        this.chart = chart;
        this.clock = clock;
        this.listener = listener;
        base = address(listener.port());
    }

    /** Starts on the day after the examples; everyone is let in. */
    public static RunningServer start(Path folder) {
        MovingClock clock = new MovingClock(Instant.parse("2026-11-21T09:00:00Z"));
        Chart chart = PracticeChart.open(folder, clock);
        return start(chart, clock, Access.everyone(chart), PracticeChart.assessing(clock));
    }

    /** Starts with the given parts. */
    public static RunningServer start(Chart chart, MovingClock clock, Access access, Assessing assessing) {
        Listener listener = Listener.start(
                "127.0.0.1",
                0,
                (context, port) -> new ApiDoor(
                                address(port), access, DEFINITIONS, INTERVIEWS, assessing, populating(clock))
                        .addTo(context));
        return new RunningServer(chart, clock, listener);
    }

    private static Populating populating(Clock clock) {
        return new Populating(INTERVIEWS, Limits.standard(), clock);
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI base() {
        return base;
    }

    /** The address of the FHIR API. */
    public String fhir() {
        return base + ApiDoor.PATH;
    }

    /** What the server writes to. */
    public Chart chart() {
        return chart;
    }

    public MovingClock clock() {
        return clock;
    }

    /** Stores one of the example cases; answers the id of its response, which is the name of the case. */
    public String store(String caseName) {
        ExampleCase example = ExampleCase.all()
                .filter(one -> one.name().equals(caseName))
                .findFirst()
                .orElseThrow();
        post("", new CaseInChart(example).json()).expect(200);
        return caseName;
    }

    /** @param path below the FHIR API, or a whole address */
    public HttpAnswer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** @param body FHIR JSON, unless a header says otherwise */
    public HttpAnswer post(String path, String body, String... headers) {
        return send(typed(path, headers).POST(BodyPublishers.ofString(body)));
    }

    public HttpAnswer put(String path, String body, String... headers) {
        return send(typed(path, headers).PUT(BodyPublishers.ofString(body)));
    }

    /** Any method, any bytes, no header but those given. */
    public HttpAnswer send(String method, String path, byte[] body, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.ofByteArray(body)));
    }

    private static HttpAnswer send(HttpRequest.Builder request) {
        return HttpAnswer.to(request.build());
    }

    private HttpRequest.Builder typed(String path, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        boolean says = java.util.Arrays.stream(headers).anyMatch("Content-Type"::equalsIgnoreCase);
        return says ? request : request.header("Content-Type", "application/fhir+json");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : fhir() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    @Override
    public void close() {
        listener.close();
        chart.close();
    }
}
