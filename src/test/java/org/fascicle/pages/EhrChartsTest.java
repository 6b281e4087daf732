package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.remote.RemoteCharts;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.smart.Launch;
import org.fascicle.smart.Node;
import org.fascicle.smart.ScriptedEhr;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Features;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;
import org.fascicle.testing.Browser;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart of a launch on the EHR's own FHIR server, which answers what each test tells it to. */
class EhrChartsTest {
    private static final String SCOPES = String.join(" ", Features.wanted().words());
    private static final String PATIENT = "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"meta\":{\"versionId\":\"1\"}}";

    @TempDir
    Path folder;

    private final Browser browser = Browser.fresh();
    private ScriptedEhr ehr;
    private Node node;

    @BeforeEach
    void start() {
        ehr = ScriptedEhr.start();
        ehr.tokens.put("scope", SCOPES);
        ehr.on("/fhir/metadata", exchange -> ScriptedEhr.send(exchange, 200, statement("4.0.1", everything())));
        ehr.on("/fhir/Patient/p1", exchange -> ScriptedEhr.send(exchange, 200, PATIENT));
        node = Node.start(folder, ehr.ehr(new Authentication.None(), ScriptedEhr.timeout(Duration.ofSeconds(2))));
    }

    @AfterEach
    void stop() {
        node.close();
        ehr.close();
    }

    @Test
    void itIsReadWithTheTokenOfTheLaunchAndTakesAllOfAResult() {
        LaunchedChart.Opened opened = open();
        try (Chart chart = opened.chart()) {
            assertEquals(
                    "p1", chart.read(new Key("Patient", "p1")).as(Patient.class).getIdPart());
        }
        assertTrue(opened.plan().isWhole(), opened.plan().lines()::toString);
        assertEquals(
                List.of("Bearer access-token-1"),
                ehr.asked("/fhir/Patient/p1").stream()
                        .map(asked -> asked.header("Authorization"))
                        .toList());
    }

    @Test
    void whatTheServerDoesNotStoreIsPlannedOtherwise() {
        ehr.on(
                "/fhir/metadata",
                exchange -> ScriptedEhr.send(
                        exchange,
                        200,
                        statement("4.0.1", everything().filter(type -> !type.equals("RiskAssessment")))));
        assertEquals(
                List.of("The assessment: as a screening Observation, because the EHR does not store RiskAssessment."),
                open().plan().lines());
    }

    @Test
    void whatWasNotGrantedIsNeitherAskedForNorPlanned() {
        ehr.tokens.put("scope", SCOPES.replaceAll("patient/(Condition|RiskAssessment)\\.\\S+ ?", ""));
        LaunchedChart.Opened opened = open();
        Fault fault = assertThrows(
                Fault.class, () -> opened.chart().search(Search.of("Condition").where("patient", "Patient/p1")));
        assertEquals(Kind.FORBIDDEN, fault.kind());
        assertTrue(ehr.asked("/fhir/Condition").isEmpty(), "an empty answer would have looked like no problems");
        assertEquals(
                List.of("The assessment: as a screening Observation, because the access granted does not include"
                        + " writing RiskAssessment."),
                opened.plan().lines());
    }

    @Test
    @Tag("deep")
    void aServerThatDoesNotSayWhatItCanDoIsTriedWithAllThatWasGranted() {
        for (int status : new int[] {401, 403, 404, 429, 500, 503}) {
            ehr.on("/fhir/metadata", exchange -> ScriptedEhr.send(exchange, status, "{}"));
            LaunchedChart.Opened opened = open();
            assertTrue(opened.plan().isWhole(), status + ": " + opened.plan().lines());
            assertEquals(
                    "p1", opened.chart().read(new Key("Patient", "p1")).key().id());
        }
    }

    @Test
    void aServerOfAnotherFhirIsSaidToBeSo() {
        ehr.on("/fhir/metadata", exchange -> ScriptedEhr.send(exchange, 200, statement("5.0.0", Stream.of("Patient"))));
        assertEquals(Kind.NOT_SUPPORTED, assertThrows(Fault.class, this::open).kind());
    }

    @Test
    void eachAnswerOfTheServerIsOneOfTheFaultsThatPagesHaveWordsFor() {
        Map<Integer, Kind> kinds = Map.of(
                403, Kind.FORBIDDEN,
                404, Kind.NOT_FOUND,
                410, Kind.GONE,
                500, Kind.UNAVAILABLE);
        Chart chart = open().chart();
        kinds.forEach((status, kind) -> {
            ehr.on("/fhir/Patient/p1", exchange -> ScriptedEhr.send(exchange, status, "{}"));
            Fault fault = assertThrows(Fault.class, () -> chart.read(new Key("Patient", "p1")));
            assertEquals(kind, fault.kind(), status.toString());
        });
    }

    @Test
    @Tag("deep")
    void aServerThatNeverAnswersIsGivenUpAfterTheTimeAgreed() {
        Chart chart = open().chart();
        ehr.on("/fhir/Patient/p1", exchange -> {
            // No answer at all.
        });
        Fault fault = assertThrows(Fault.class, () -> chart.read(new Key("Patient", "p1")));
        assertEquals(Kind.UNAVAILABLE, fault.kind());
    }

    @Test
    void aTokenThatIsRefusedAndCannotBeRenewedEndsTheLaunch() {
        Chart chart = open().chart();
        ehr.on("/fhir/Patient/p1", exchange -> ScriptedEhr.send(exchange, 401, "{}"));
        LaunchRefused refused = assertThrows(LaunchRefused.class, () -> chart.read(new Key("Patient", "p1")));
        assertEquals(Trouble.ENDED, refused.trouble());
    }

    private LaunchedChart.Opened open() {
        Launch launch = node.launchOf(browser, node.comeBack(browser, node.begin(browser, ehr)));
        Clock clock = Clock.systemUTC();
        return new EhrCharts(node.launches(), new RemoteCharts(node.state(), clock), 1_048_576, clock).open(launch);
    }

    private static Stream<String> everything() {
        return Stream.of(
                "Patient",
                "Condition",
                "Observation",
                "DocumentReference",
                "QuestionnaireResponse",
                "RiskAssessment",
                "ServiceRequest",
                "RequestGroup",
                "Task",
                "Provenance");
    }

    private static String statement(String version, Stream<String> types) {
        String interactions = Stream.of("read", "search-type", "create", "update")
                .map("{\"code\":\"%s\"}"::formatted)
                .toList()
                .toString();
        List<String> resources = types.map(type -> "{\"type\":\"%s\",\"interaction\":%s}".formatted(type, interactions))
                .toList();
        return "{\"resourceType\":\"CapabilityStatement\",\"fhirVersion\":\"%s\",\"rest\":[{\"mode\":\"server\",\"resource\":%s}]}"
                .formatted(version, resources);
    }
}
