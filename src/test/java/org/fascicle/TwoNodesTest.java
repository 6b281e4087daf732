package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.fascicle.audit.AuditTrail;
import org.fascicle.audit.Verdict;
import org.fascicle.sandbox.SandboxMode;
import org.fascicle.sandbox.authority.Authority;
import org.fascicle.sandbox.authority.People;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.CaseInChart;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.Together;
import org.fascicle.testing.TwoNodes;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes on one PostgreSQL are one, whichever is asked. */
@Tag("deep")
@Timeout(120)
@NeedsPostgres
class TwoNodesTest {
    private static final String CASE = "potassium-2-3-benign-history";
    private static final String SERVICE = "/cds-services/fasciculation-patient-view";

    private static TwoNodes nodes;

    @BeforeAll
    static void start() throws Exception {
        nodes = TwoNodes.start();
    }

    @AfterAll
    static void stop() {
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    void aResponseAssessedOnBothAtOnceHasOneResultAndBothGiveIt() throws Exception {
        ExampleCase example = ExampleCase.all()
                .filter(each -> each.name().equals(CASE))
                .findFirst()
                .orElseThrow();
        send(0, "POST", "/fhir", new CaseInChart(example).json()).expect(200);

        List<String> results =
                Together.act(
                        12,
                        number -> send(number, "POST", "/fhir/QuestionnaireResponse/" + CASE + "/$assess", "")
                                .expect(200)
                                .entries()
                                .stream()
                                .filter(RiskAssessment.class::isInstance)
                                .map(assessment -> assessment.getIdElement().getValue())
                                .findFirst()
                                .orElseThrow());

        assertEquals(1, results.stream().distinct().count(), results::toString);
        String patient = example.response().getSubject().getReference();
        for (int node = 0; node < 2; node++) {
            for (String type : List.of("RiskAssessment", "RequestGroup")) {
                String search = "/fhir/" + type + "?patient=" + patient;
                assertEquals(1, send(node, "GET", search, "").expect(200).ids().size(), type + " at " + node);
            }
        }
    }

    @Test
    void aTokenForOneCallUsedAtOneNodeIsRefusedAtTheOther() throws Exception {
        String call = Files.readString(Path.of("src/test/resources/cdshooks/patient-view-with-prefetch.json"));
        try (State state = state()) {
            for (int first = 0; first < 2; first++) {
                String token =
                        authority(state).hookToken(URI.create(nodes.balancer().base() + SERVICE));
                assertEquals(200, call(first, call, token).status());
                assertEquals(401, call(first + 1, call, token).status());
            }
        }
    }

    @Test
    void whatIsWrittenAtOneNodeIsReadAtTheOther() {
        for (int i = 0; i < 20; i++) {
            HttpAnswer created = send(i, "POST", "/fhir/Patient", "{\"resourceType\":\"Patient\"}")
                    .expect(201);
            String id = created.as(Patient.class).getIdElement().getIdPart();
            send(i + 1, "GET", "/fhir/Patient/" + id, "").expect(200);
            assertEquals(
                    List.of(id),
                    send(i + 1, "GET", "/fhir/Patient?_id=" + id, "").ids());
        }
    }

    @Test
    void ofTwoWhoChangeTheSameVersionAtTwoNodesOneIsToldThatItIsStale() throws Exception {
        send(0, "PUT", "/fhir/Patient/disputed", patient(0)).expect(201);
        for (int version = 1; version <= 10; version++) {
            String seen = "W/\"" + version + "\"";
            List<Integer> statuses = Together.act(
                    2,
                    number -> HttpAnswer.to(request(number, "/fhir/Patient/disputed")
                                    .header("If-Match", seen)
                                    .PUT(BodyPublishers.ofString(patient(number)))
                                    .build())
                            .status());
            assertEquals(List.of(200, 412), statuses.stream().sorted().toList());
        }
    }

    @Test
    void theTrailsOfBothAreOneUnbrokenChain() throws Exception {
        try (State state = state();
                AuditTrail trail = new AuditTrail(state.journal(), Clock.systemUTC())) {
            long before = trail.verify().whole();
            Together.act(8, number -> {
                for (int i = 0; i < 25; i++) {
                    send(number, "POST", "/fhir/Patient", "{\"resourceType\":\"Patient\"}")
                            .expect(201);
                }
                return number;
            });
            Verdict verdict = trail.verify();
            assertTrue(verdict.isWhole(), verdict::toString);
            assertTrue(verdict.whole() >= before + 200, () -> verdict + " after " + before);
        }
    }

    private static String patient(int number) {
        return "{\"resourceType\":\"Patient\",\"id\":\"disputed\",\"name\":[{\"family\":\"N" + number + "\"}]}";
    }

    private static State state() {
        Settings settings = nodes.settings();
        return State.open(
                StatePlace.of(Optional.empty(), settings.text(Setting.STORE)),
                settings.find(Setting.SECRET),
                Clock.systemUTC());
    }

    private static Authority authority(State state) {
        return new Authority(
                SandboxMode.of(nodes.settings(), nodes.balancer().base()),
                new People(List::of, List::of),
                List.of(),
                state,
                Authority.ACCESS_LIFE,
                Clock.systemUTC());
    }

    private static HttpAnswer call(int node, String body, String token) {
        return HttpAnswer.to(HttpRequest.newBuilder(URI.create(nodes.node(node) + SERVICE))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpAnswer send(int node, String method, String path, String body) {
        return HttpAnswer.to(request(node, path)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(int node, String path) {
        return HttpRequest.newBuilder(URI.create(nodes.node(node) + path))
                .header("Content-Type", "application/fhir+json");
    }
}
