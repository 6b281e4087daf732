package org.fascicle.chart.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Judge;
import org.fascicle.assessing.ResponseReader;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.remote.ChartServer.Reply;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.ChartPart;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;
import org.fascicle.testing.ExampleCase;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An assessment on a server that answers one kind of question badly: that part of the chart is unknown, and the rest read. */
class MessyServerTest {
    private static final String WHY = "not all of it could be read; what else it would say is unknown";
    private static final String ME = "{\"reference\":\"%s\"}";

    private static final Assessing ASSESSING = assessing();

    @TempDir
    static Path folder;

    private static ChartServer server;
    private static Chart chart;
    private static Key patient;
    private static QuestionnaireResponse response;

    @BeforeAll
    static void start() {
        server = ChartServer.start(folder);
        chart = RemoteChart.open(FhirServer.at(server.base(), Bearer.NONE), Clock.systemUTC());
        patient = server.chart.create(new Patient()).key();
        response = ExampleCase.all()
                .filter(one -> one.name().equals("eyelid-five-coffees"))
                .findFirst()
                .orElseThrow()
                .response();
        response.getSubject().setReference(patient.toString());
        Condition diabetes = new Condition();
        diabetes.getCode().setText("Diabetes");
        diabetes.getSubject().setReference(patient.toString());
        server.chart.create(diabetes);
    }

    @AfterAll
    static void stop() {
        chart.close();
        server.close();
    }

    @BeforeEach
    void behave() {
        server.behave();
    }

    @Test
    void whereAllIsReadNothingIsUnknown() {
        ChartFacts facts = facts();
        assertEquals(Map.of(), unread(facts));
        assertEquals(Set.of(), facts.withheld());
        assertTrue(hasDiabetes(facts));
    }

    @ParameterizedTest
    @CsvSource({
        "Condition, PROBLEMS",
        "MedicationRequest, MEDICINES",
        "MedicationStatement, MEDICINES",
        "Procedure, PROCEDURES",
        "DiagnosticReport, REPORTS",
        "Observation, RESULTS",
        "ServiceRequest, ORDERS"
    })
    void aTypeWhoseSearchIsRefusedIsUnknown(String type, ChartPart part) {
        for (int status : new int[] {400, 404}) {
            answer(type, Reply.of(status, "{\"resourceType\":\"OperationOutcome\"}"));
            ChartFacts facts = facts();
            assertEquals(Map.of(type, WHY), unread(facts));
            assertEquals(Set.of(part), facts.withheld());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{'resourceType':'OperationOutcome','issue':[{'severity':'error','code':'processing'}]}",
                "<html>Please log in</html>",
                "{'resourceType':'Bundle','entry':[{'fullUrl':'urn:oid:1.2.3'}]}",
                "{'resourceType':'Bundle','entry':{}}",
                "{'resourceType':'Bundle','link':{'relation':'next','url':'Condition?page=2'}}",
                "{'resourceType':'Bundle','link':[{'relation':'next','url':'https://inside.example/fhir?page=2'}]}",
                "{'resourceType':'Bundle','link':[{'relation':'next','url':'Condition?page=2'}]}",
                "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Condition','id':'x',"
                        + "'code':{'text':'ALS'},'subject':{'reference':'Patient/somebody-else'}}}]}"
            })
    void problemsThatCannotBeReadAreUnknownAndNotAbsent(String json) {
        answer("Condition", Reply.of(200, json.replace('\'', '"')));
        ChartFacts facts = facts();
        assertEquals(Map.of("Condition", WHY), unread(facts));
        assertEquals(Set.of(ChartPart.PROBLEMS), facts.withheld());
        assertEquals(List.of(), facts.diagnoses());
    }

    @Test
    void anAnswerInXmlIsUnknown() {
        answer("Condition", new Reply(200, Map.of("Content-Type", "application/fhir+xml"), "<Bundle/>"));
        assertEquals(Set.of(ChartPart.PROBLEMS), facts().withheld());
    }

    @Test
    void whatStandsBesideAnUnreadableEntryIsReadAndTheRestUnknown() {
        answer(
                "Condition",
                Reply.of(
                        200,
                        "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Problem\"}},"
                                + "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"d\",\"code\":{\"text\":"
                                + "\"Diabetes\"},\"subject\":" + ME.formatted(patient) + "}}]}"));
        ChartFacts facts = facts();
        assertTrue(hasDiabetes(facts));
        assertEquals(Set.of(ChartPart.PROBLEMS), facts.withheld());
    }

    @Test
    void pagesWithoutAnEndAreLeftAndWhatTheyMayHoldIsUnknown() {
        server.spoiler = (request, work) -> isOf("Condition", request)
                ? Reply.of(
                        200,
                        "{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"next\",\"url\":\"Condition?page="
                                + server.asked().size() + "\"}]}")
                : work.answer();
        assertEquals(Set.of(ChartPart.PROBLEMS), facts().withheld());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'resourceType':'OperationOutcome'}", "{", "{'resourceType':'Patient','id':'another'}"})
    void aPatientThatCannotBeReadIsOfUnknownAge(String json) {
        answer("Patient", Reply.of(200, json.replace('\'', '"')));
        ChartFacts facts = facts();
        assertEquals(Map.of("Patient", WHY), unread(facts));
        assertTrue(hasDiabetes(facts));
    }

    @Test
    void aPatientWhoIsNotThereIsAFault() {
        answer("Patient", Reply.of(404, ""));
        assertEquals(
                Kind.NOT_FOUND,
                assertThrows(Fault.class, MessyServerTest::facts).kind());
    }

    /** As of a record that was merged into another, on servers that delete it. */
    @Test
    void aPatientWhoIsGoneIsAFaultThatSaysWhatMayHaveHappened() {
        answer("Patient", Reply.of(410, ""));
        Fault gone = assertThrows(Fault.class, MessyServerTest::facts);
        assertEquals(Kind.GONE, gone.kind());
        assertEquals(
                "`" + patient + "` was deleted from the chart; if it was merged into another record, open that one",
                gone.getMessage());
    }

    @Test
    void aPatientWhoWasMergedIntoAnotherIsAFaultThatNamesTheOther() {
        answer(
                "Patient",
                Reply.of(
                        200,
                        "{\"resourceType\":\"Patient\",\"id\":\"" + patient.id() + "\",\"link\":[{\"type\":"
                                + "\"Replaced-By\",\"other\":{\"reference\":\"Patient/other\"}}]}"));
        Fault merged = assertThrows(Fault.class, MessyServerTest::facts);
        assertEquals(Kind.REPLACED, merged.kind());
        assertTrue(merged.getMessage().contains("was merged into `Patient/other`"), merged.getMessage());
    }

    /** Proxies change scheme and host: the server's own {@code self} link tells by what it goes itself. */
    @ParameterizedTest
    @CsvSource({
        "%base%/%patient%,",
        "%base%//%patient%,",
        "%base%/%patient%/_history/3,",
        "%https%/%patient%,",
        "%BASE%/%patient%,",
        "http://inside.example:8080/r4/%patient%, http://inside.example:8080/r4/Condition?patient=1",
        "https://inside.example/r4/%patient%, http://inside.example/r4/Condition/_search",
        "http://inside.example:8080/r4/%patient%, http://inside.example:8080/r4/?_getpages=7",
    })
    void anAbsoluteReferenceAtTheServersOwnBaseIsThePatients(String subject, String self) {
        answer("Condition", Reply.of(200, diabetes(subject, self)));
        ChartFacts facts = facts();
        assertTrue(hasDiabetes(facts), () -> facts.unread().toString());
        assertEquals(Map.of(), unread(facts));
    }

    /** The same id on another server is somebody else; and who may be one is not silently nobody. */
    @ParameterizedTest
    @CsvSource({
        "https://other.example/fhir/%patient%,",
        "https://other.example/fhir/%patient%, %base%/Condition?patient=1",
        "%base%/other/%patient%,",
        "https://other.example/fhir/%patient%, Condition?patient=1",
        "https://other.example/fhir/%patient%, https://inside.example/fhir/Condition",
    })
    void theSameIdAtAnotherBaseIsNotUsedAndUnknown(String subject, String self) {
        answer("Condition", Reply.of(200, diabetes(subject, self)));
        ChartFacts facts = facts();
        assertFalse(hasDiabetes(facts));
        assertEquals(Map.of("Condition", WHY), unread(facts));
        assertEquals(Set.of(ChartPart.PROBLEMS), facts.withheld());
    }

    @Test
    void whatNamesNoPatientIsThePatientsWhereTheServerLooksAtThePatient() {
        answer("Condition", Reply.of(200, bundle("", nameless("n"))));
        assertTrue(hasDiabetes(facts()));
        assertEquals(Map.of(), unread(facts()));
    }

    @Test
    void whereTheServerAnswersWithOthersTooWhatNamesNoPatientIsNamedAndNotUsed() {
        answer("Condition", Reply.of(200, bundle("", nameless("n"), of("Patient/somebody-else", "x"))));
        ChartFacts facts = facts();
        assertFalse(hasDiabetes(facts));
        assertEquals(
                Map.of("Condition", WHY, "Condition/n", "it does not say which patient it is about"), unread(facts));
    }

    /** Even if the others come on a later page. */
    @Test
    void soItIsWhereTheOthersComeOnALaterPage() {
        server.spoiler = (request, work) -> !isOf("Condition", request)
                ? work.answer()
                : Reply.of(
                        200,
                        request.address().contains("page=2")
                                ? bundle("", of("Patient/somebody-else", "x"))
                                : bundle("{\"relation\":\"next\",\"url\":\"?page=2\"}", nameless("n")));
        assertFalse(hasDiabetes(facts()));
    }

    private static String diabetes(String subject, String self) {
        String link = self == null ? "" : "{\"relation\":\"self\",\"url\":\"" + placed(self) + "\"}";
        return bundle(link, of(placed(subject), "d"));
    }

    private static String placed(String address) {
        return address.replace("%base%", server.base())
                .replace("%https%", server.base().replace("http://", "https://"))
                .replace("%BASE%", server.base().replace("localhost", "LOCALHOST"))
                .replace("%patient%", patient.toString());
    }

    private static String of(String patient, String id) {
        return "{\"resourceType\":\"Condition\",\"id\":\"" + id + "\",\"code\":{\"text\":\"Diabetes\"},\"subject\":"
                + ME.formatted(patient) + "}";
    }

    private static String nameless(String id) {
        return of("x", id).replace(ME.formatted("x"), "{\"display\":\"Okafor, Maria\"}");
    }

    private static String bundle(String link, String... conditions) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[" + link + "],\"entry\":["
                + Stream.of(conditions)
                        .map(json -> "{\"resource\":" + json + "}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static void answer(String type, Reply reply) {
        server.spoiler = (request, work) -> isOf(type, request) ? reply : work.answer();
    }

    private static boolean isOf(String type, ChartServer.Asked request) {
        return request.address().matches("/fhir/" + type + "[/?].*");
    }

    private static boolean hasDiabetes(ChartFacts facts) {
        return facts.diagnoses().stream().anyMatch(one -> one.problem() == Problem.DIABETES);
    }

    private static Map<String, String> unread(ChartFacts facts) {
        return facts.unread().stream().collect(Collectors.toMap(Unread::reference, Unread::why));
    }

    private static ChartFacts facts() {
        return ASSESSING.judged(chart, response).file().chart().orElseThrow();
    }

    private static Assessing assessing() {
        Interviews interviews = new Interviews(Definitions.published());
        return new Assessing(
                new ResponseReader(interviews),
                new Judge(Limits.standard()),
                new ResultToFhir(new Wording(interviews.current(), Locale.ENGLISH)),
                Clock.systemUTC());
    }
}
