package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.fascicle.assessing.writeback.Allowance;
import org.fascicle.assessing.writeback.WriteBackPlan;
import org.fascicle.chart.remote.Abilities;
import org.fascicle.fault.Fault;
import org.fascicle.smart.ehr.Features;
import org.fascicle.testing.CaseInChart;
import org.fascicle.testing.ExampleCase;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started. */
class ServingTest {
    private static final String CASE = "calf-one-week";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void itIsReadyWhenItHasStarted() throws Exception {
        try (Serving serving = start()) {
            assertEquals(
                    "{\"status\":\"ready\",\"checks\":{\"store\":\"works\",\"state\":\"works\"}}",
                    get(serving.base() + "/health/ready").body());
        }
    }

    @Test
    void itIsNotReadyWhenItsStateIsGoneAndStopsAllTheSame() throws Exception {
        try (Serving serving = start()) {
            Files.move(folder.resolve("fascicle-state.db"), folder.resolve("elsewhere.db"));
            HttpResponse<String> answer = get(serving.base() + "/health/ready");
            assertEquals(503, answer.statusCode());
            assertTrue(answer.body().contains("\"state\":\"fails\""), answer.body());
        }
    }

    @Test
    void f10_itIsNotReadyWhileTheFhirServerThatIsItsStoreIsGone() throws Exception {
        Serving ehr = start();
        try (Serving serving = Serving.start(
                Settings.from(Map.of(
                        "FASCICLE_PORT", "0",
                        "FASCICLE_STORE", ehr.base() + "/fhir",
                        "FASCICLE_STATE", "jdbc:sqlite:" + folder.resolve("state.db"))),
                Clock.systemUTC())) {
            assertEquals(200, get(serving.base() + "/health/ready").statusCode());
            ehr.close();
            HttpResponse<String> answer = get(serving.base() + "/health/ready");
            while (answer.statusCode() == 200) {
                TimeUnit.MILLISECONDS.sleep(100);
                answer = get(serving.base() + "/health/ready");
            }

            assertTrue(answer.body().contains("{\"store\":\"fails\",\"state\":\"works\"}"), answer.body());
            assertEquals(200, get(serving.base() + "/health/live").statusCode());
            assertEquals(503, get(serving.base() + "/fhir/Patient/any").statusCode());
        } finally {
            ehr.close();
        }
    }

    /** As a launch in the practice finds it: nothing stands in for anything. */
    @Test
    void itsOwnChartTakesAllOfAResultWithTheScopesALaunchAsksFor() throws Exception {
        try (Serving serving = start()) {
            String said = get(serving.base() + "/fhir/metadata").body();
            Abilities abilities = Abilities.of(
                    FhirContext.forR4Cached().newJsonParser().parseResource(CapabilityStatement.class, said));
            WriteBackPlan plan = WriteBackPlan.of(Allowance.of(abilities, Features.wanted()));

            assertEquals(List.of(), plan.lines());
            assertTrue(abilities.isTold() && plan.isWhole());
        }
    }

    @Test
    void assessmentsAreCountedByUrgencyAndByNothingOfThePatient() throws Exception {
        try (Serving serving = start()) {
            ExampleCase example = ExampleCase.all()
                    .filter(one -> one.name().equals(CASE))
                    .findFirst()
                    .orElseThrow();
            post(serving.base() + "/fhir", new CaseInChart(example).json());
            post(serving.base() + "/fhir/QuestionnaireResponse/" + CASE + "/$assess", "");
            String metrics = get(serving.base() + "/metrics").body();

            assertTrue(metrics.contains("fascicle_assessments_total{urgency=\"self-care\"} 1.0"), metrics);
            assertFalse(metrics.contains(CASE), metrics);
        }
    }

    @Test
    void f10_stoppingFinishesTheWritesUnderWayAndLosesNoneThatWasAnswered() throws Exception {
        Queue<String> stored = new ConcurrentLinkedQueue<>();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        Serving serving = start();
        String patients = serving.base() + "/fhir/Patient";
        for (int i = 0; i < 8; i++) {
            writers.execute(() -> writeUntilRefused(patients, stored));
        }
        while (stored.size() < 40) {
            Thread.onSpinWait();
        }
        serving.close();
        writers.shutdown();
        assertTrue(writers.awaitTermination(30, TimeUnit.SECONDS));

        try (Serving again = start()) {
            for (String id : stored) {
                assertEquals(200, get(again.base() + "/fhir/Patient/" + id).statusCode(), id);
            }
        }
    }

    private static void writeUntilRefused(String patients, Queue<String> stored) {
        try {
            while (true) {
                HttpResponse<String> answer = post(patients, "{\"resourceType\":\"Patient\"}");
                if (answer.statusCode() != 201) {
                    assertEquals(503, answer.statusCode(), answer.body());
                    return;
                }
                stored.add(answer.headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceFirst(".*/Patient/([^/]+)/.*", "$1"));
            }
        } catch (IOException stopped) {
            // The server is gone; what it answered before counts.
        }
    }

    @Test
    void aStartThatCannotBeNamesTheSettingInTheWay() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> port = Map.of(
                    "FASCICLE_PORT",
                    Integer.toString(taken.getLocalPort()),
                    "FASCICLE_STORE",
                    "jdbc:sqlite:" + folder.resolve("fascicle.db"));
            assertTrue(refusal(port, IllegalStateException.class).contains("`FASCICLE_PORT`"));
        }
        Map<String, String> store = Map.of(
                "FASCICLE_PORT", "0",
                "FASCICLE_STORE", "ftp://elsewhere",
                "FASCICLE_STATE", "jdbc:sqlite:" + folder.resolve("state.db"));
        assertTrue(refusal(store, Fault.class).contains("`FASCICLE_STORE`"));
    }

    private static String refusal(Map<String, String> environment, Class<? extends RuntimeException> how) {
        return assertThrows(how, () -> Serving.start(Settings.from(environment), Clock.systemUTC()))
                .getMessage();
    }

    private Serving start() {
        return Serving.start(
                Settings.from(
                        Map.of("FASCICLE_PORT", "0", "FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("fascicle.db"))),
                Clock.systemUTC());
    }

    private static HttpResponse<String> get(String address) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private static HttpResponse<String> post(String address, String body) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
