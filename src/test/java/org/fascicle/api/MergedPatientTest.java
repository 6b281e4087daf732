package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.fascicle.testing.HttpAnswer;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A record with a {@code replaced-by} link "must no longer be used" (R4, LinkType): its facts stand in the other. */
class MergedPatientTest extends ServerTest {
    private static final String CASE = "magnesium-0-41";
    private static final String OLD = "p-" + CASE;
    private static final String REFUSAL =
            "`Patient/%s` was merged into %s (`Patient.link`) and must no longer be used: open that record instead";

    @BeforeAll
    static void storeTheOther() {
        put("Patient", "survivor", patient("survivor", "Okafor"));
    }

    @Test
    void itIsNotJudgedAndTheOtherIsNamed() {
        String id = server.store(CASE);
        link("replaced-by", "{\"reference\":\"Patient/survivor/_history/2\"}");
        refused(server.post("/QuestionnaireResponse/" + id + "/$assess", nothing()), "`Patient/survivor`");
        refused(server.post("/QuestionnaireResponse/" + id + "/$explain", nothing()), "`Patient/survivor`");
    }

    @Test
    void norIsItsInterviewPopulated() {
        server.store(CASE);
        link("replaced-by", "{\"reference\":\"https://mpi.example/fhir/Patient/7\"}");
        String subject = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"subject\",\"valueReference\":"
                + "{\"reference\":\"Patient/" + OLD + "\"}}]}";
        refused(
                server.post("/Questionnaire/fasciculation-history/$populate", subject),
                "`https://mpi.example/fhir/Patient/7`");
    }

    @Test
    void aRecordThatIsNamedByAnIdentifierAloneIsAnother() {
        String id = server.store(CASE);
        link("replaced-by", "{\"identifier\":{\"system\":\"urn:mrn\",\"value\":\"943 476\"}}");
        refused(server.post("/QuestionnaireResponse/" + id + "/$assess", nothing()), "another, which it does not name");
    }

    /** It is the record in use; the others point back, or to where more may be known. */
    @Test
    void theRecordThatReplacesAnotherIsJudged() {
        String id = server.store(CASE);
        for (String type : new String[] {"replaces", "refer", "seealso"}) {
            link(type, "{\"reference\":\"Patient/survivor\"}");
            server.post("/QuestionnaireResponse/" + id + "/$assess", nothing()).expect(200);
        }
    }

    private void link(String type, String other) {
        server.put(
                        "/Patient/" + OLD,
                        "{\"resourceType\":\"Patient\",\"id\":\"" + OLD + "\",\"active\":false,\"link\":[{\"other\":"
                                + other + ",\"type\":\"" + type + "\"}]}")
                .expect(200);
    }

    private static void refused(HttpAnswer answer, String other) {
        OperationOutcome outcome = answer.expect(422).as(OperationOutcome.class);
        assertEquals(IssueType.BUSINESSRULE, outcome.getIssueFirstRep().getCode());
        assertEquals(REFUSAL.formatted(OLD, other), outcome.getIssueFirstRep().getDiagnostics());
    }

    private static String nothing() {
        return "{\"resourceType\":\"Parameters\"}";
    }
}
