package org.fascicle.chart.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Written;
import org.fascicle.chart.remote.ChartServer.Reply;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of searches as other servers write them: a bad entry hides none of the others, and is never taken for nothing. */
class ForeignPagesTest {
    private static final String GOOD =
            "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"c1\",\"subject\":{\"reference\":\"Patient/p1\"}}}";
    private static final Search PROBLEMS = Search.of("Condition").where("patient", "Patient/p1");

    @TempDir
    Path folder;

    private ChartServer server;
    private Chart chart;

    @BeforeEach
    void open() {
        server = ChartServer.start(folder);
        chart = RemoteChart.open(FhirServer.at(server.base(), Bearer.NONE), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        chart.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{'fullUrl':'https://ehr.example/fhir/Condition/c2'}",
                "{'resource':null}",
                "{'resource':'Condition/c2'}",
                "{'resource':{}}",
                "{'resource':{'id':'c2'}}",
                "{'resource':{'resourceType':'Diagnosis','id':'c2'}}",
                "{'resource':{'resourceType':'Condition'}}",
                "{'resource':{'resourceType':'Condition','id':'of_the_old_system'}}",
                "{'resource':{'resourceType':'Condition','id':''}}",
                "{'resource':{'resourceType':'Condition','id':'c2','extension':{}}}",
                "{'fullUrl':'urn:uuid:6f1c1f6e-2f3d-4a7e-9a44-0a3b1c2d3e4f','resource':{'resourceType':'Condition'}}",
                "{'resource':{'resourceType':'Condition','id':'c2','subject':{'reference':'Patient/p2'}}}",
                "{'resource':{'resourceType':'Condition','id':'c2',"
                        + "'subject':{'reference':'https://ehr.example/fhir/Patient/p2/_history/4'}}}",
                "{'resource':{'resourceType':'OperationOutcome','issue':[{'severity':'error','code':'incomplete'}]}}",
            })
    void anEntryThatCannotBeUsedIsCountedAndTheOthersAreRead(String entry) {
        answer("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entry.replace('\'', '"') + "," + GOOD
                + "]}");

        Page page = chart.search(PROBLEMS);

        assertEquals(List.of("Condition/c1"), keys(page));
        assertEquals(1, page.unread());
        assertEquals(
                Kind.UNREADABLE,
                assertThrows(Fault.class, () -> chart.searchAll(PROBLEMS)).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resource':{'resourceType':'Condition','id':'c2','text':{'status':'generated','div':{'p':[1]}}}}",
                "{'resource':{'resourceType':'Condition','id':'c2','text':'Hypokalaemia'}}",
                "{'resource':{'resourceType':'Condition','id':'c2','meta':[],'contained':[]}}",
                "{'resource':{'resourceType':'Condition','id':'c2','clinicalStatus':'ACTIVE','code':7}}",
                "{'resource':{'resourceType':'Condition','id':'c2','onsetDateTime':{'year':2026}}}",
                "{'resource':{'resourceType':'Condition','id':'c2','madeUp':[[[]]]}}",
                "{'resource':{'resourceType':'Condition','id':'c2','subject':{'display':'who else'}}}",
                "{'resource':{'resourceType':'Condition','id':'c2','onsetAge':{'value':1e99999}}}",
                "{'resource':{'resourceType':'Condition','id':'c2','onsetAge':{'value':1e999999999}}}",
                "{'fullUrl':'https://ehr.example/fhir/Condition/c2','resource':{'resourceType':'Condition'}}",
                "{'fullUrl':'not an address','resource':{'resourceType':'Condition','id':'c2'}}",
                "{'search':{'mode':'MATCH'},'resource':{'resourceType':'Condition','id':'c2'}}"
            })
    void anOddEntryIsReadAllTheSame(String entry) {
        answer("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entry.replace('\'', '"') + "," + GOOD
                + "," + GOOD + "]}");

        Page page = chart.search(PROBLEMS);

        assertEquals(List.of("Condition/c2", "Condition/c1"), keys(page), page::toString);
        assertEquals(0, page.unread());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "true",
                "{",
                "<Bundle xmlns='http://hl7.org/fhir'/>",
                "{'resourceType':'OperationOutcome','issue':[{'severity':'error','code':'processing'}]}",
                "{'resourceType':'Condition','id':'c1'}",
                "{'entry':[]}"
            })
    void anAnswerThatIsNoBundleIsUnreadableAndAskedForOnce(String json) {
        answer(json.replace('\'', '"'));

        Fault fault = assertThrows(Fault.class, () -> chart.search(PROBLEMS));

        assertEquals(Kind.UNREADABLE, fault.kind());
        assertEquals(1, server.asked().size());
    }

    @Test
    void aListThatIsNoneIsNotAnEmptyOne() {
        answer("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":" + GOOD + "}");
        assertEquals(
                Kind.UNREADABLE,
                assertThrows(Fault.class, () -> chart.searchAll(PROBLEMS)).kind());
    }

    @Test
    void pagesThatLeadInACircleEnd() {
        server.spoiler = (request, work) -> Reply.of(
                200,
                "{\"resourceType\":\"Bundle\",\"link\":[{\"relation\":\"next\",\"url\":\"Condition?page="
                        + (request.address().endsWith("=2") ? 3 : 2) + "\"}],\"entry\":[" + GOOD + "]}");
        assertEquals(
                Kind.UNREADABLE,
                assertThrows(Fault.class, () -> chart.searchAll(PROBLEMS)).kind());
        assertEquals(3, server.asked().size());
    }

    @Test
    void aServerThatDoesNotLookAtTheIdentifierDoesNotMakeOursOfItsFirstBest() {
        server.chart.create(named("other"));
        server.spoiler = (request, work) -> request.method().equals("GET")
                ? ChartServer.Reply.of(
                        200,
                        "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":"
                                + server.chart
                                        .search(Search.of("Patient"))
                                        .matches()
                                        .get(0)
                                        .json()
                                + "}]}")
                : work.answer();
        Written written = chart.create(
                named("ours"), Search.of("Patient").whereToken("identifier", "http://mrn.example", "ours"));
        assertEquals(Written.Outcome.CREATED, written.outcome());
    }

    private static Patient named(String identifier) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem("http://mrn.example").setValue(identifier);
        return patient;
    }

    private void answer(String json) {
        server.spoiler = (request, work) -> Reply.of(200, json);
    }

    private static List<String> keys(Page page) {
        return page.matches().stream().map(one -> one.key().toString()).toList();
    }
}
