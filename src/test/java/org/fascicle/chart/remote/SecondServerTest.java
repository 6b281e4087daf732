package org.fascicle.chart.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Judge;
import org.fascicle.assessing.ResponseReader;
import org.fascicle.assessing.Result;
import org.fascicle.chart.Chart;
import org.fascicle.chart.ChartContract;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.result.ResultToFhir;
import org.fascicle.fhir.result.Wording;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.ExampleCase;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every chart promises, and the whole loop, on a server we did not make. */
@Tag("deep")
class SecondServerTest extends ChartContract {
    @TempDir
    static Path folder;

    private static SecondServer server;
    private static State state;
    private static RemoteChart chart;

    @BeforeAll
    static void start() throws Exception {
        server = SecondServer.start(folder);
        StatePlace place = StatePlace.at("jdbc:sqlite:" + folder.resolve("state.db"));
        state = State.open(place, Optional.empty(), Clock.systemUTC());
        chart = new RemoteCharts(state, Clock.systemUTC()).open(FhirServer.at(server.base(), Bearer.NONE), "test");
    }

    @AfterAll
    static void stop() {
        state.close();
        server.close();
    }

    @Override
    protected Chart chart() {
        return chart;
    }

    @Test
    void itSaysWhatItCanDoAndThatIsAllAnAssessmentNeeds() {
        assertTrue(chart.abilities().isTold());
        assertEquals(List.of(), chart.abilities().shortcomings());
    }

    @Test
    void aResponseIsAssessedOnceHoweverOftenItIsAskedForAndAmendedInPlace() {
        Assessing assessing = assessing();
        String id = store("coffee-and-weak-hand");
        Result first = assessing.assess(chart, id);
        assertTrue(first.isWritten());
        assertFalse(assessing.assess(chart, id).isWritten());
        String subject = response(id).getSubject().getReference();
        assertEquals(1, of("RiskAssessment", subject).size());
        assertEquals(1, of("RequestGroup", subject).size());

        QuestionnaireResponse amended = response(id);
        amended.setStatus(QuestionnaireResponseStatus.AMENDED);
        chart.update(amended);
        assertTrue(assessing.assess(chart, id).isWritten());
        List<Stored> risks = of("RiskAssessment", subject);
        assertEquals(1, risks.size());
        assertEquals(
                RiskAssessmentStatus.AMENDED,
                risks.get(0).as(RiskAssessment.class).getStatus());
        assertFalse(risks.get(0).json().contains("urn:uuid"));
    }

    private static List<Stored> of(String type, String subject) {
        return chart.searchAll(Search.of(type).where("patient", subject));
    }

    private static QuestionnaireResponse response(String id) {
        return chart.read(new Key("QuestionnaireResponse", id)).as(QuestionnaireResponse.class);
    }

    private static String store(String example) {
        QuestionnaireResponse response = ExampleCase.all()
                .filter(one -> one.name().equals(example))
                .findFirst()
                .orElseThrow()
                .response();
        Patient patient = new Patient();
        patient.setBirthDateElement(new DateType("1970-05-05"));
        response.getSubject().setReference(chart.create(patient).key().toString());
        response.setId((String) null);
        return chart.create(response).key().id();
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
