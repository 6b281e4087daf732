package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fascicle.knowledge.Examples;
import org.fascicle.testing.ExampleCase;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.Refusal;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.Test;

/** Why each risk stands as it does, why not more, and what would change it, over FHIR. */
class ExplainTest extends ServerTest {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    @Test
    void aWarningSignIsNamedWithTheAnswersItRestsOnAndTheGraverOnesWithWhatSpeaksAgainstThem() {
        ParametersParameterComponent neuromuscular = category("neuromuscular", explained("hand-weakness-with-wasting"));
        assertEquals("high", level(neuromuscular));
        ParametersParameterComponent why = rule("M-1", "why", neuromuscular);
        assertEquals(List.of("weakness together with muscle wasting"), texts("reason", why));
        assertEquals(
                List.of(
                        "Has any muscle become weak? Can no longer do things that used to be possible",
                        "Has a muscle become thinner or hollow? Yes"),
                texts("fact", why));
        ParametersParameterComponent breath = rule("E-1", "whyNotMore", neuromuscular);
        assertEquals(List.of("emergency"), texts("urgency", breath));
        assertEquals(List.of("Is there trouble with breathing? None of these"), texts("because", breath));
        assertFalse(names("whyNotMore", neuromuscular).contains("M-1"));
    }

    @Test
    void anUnansweredCoreQuestionThatLeavesTheRiskOpenIsNamedByItsLinkId() {
        ParametersParameterComponent neuromuscular = category("neuromuscular", explained("weakness-not-asked"));
        assertEquals("indeterminate", level(neuromuscular));
        ParametersParameterComponent weakness = parts("couldRaise", neuromuscular)
                .filter(part -> texts("linkId", part).equals(List.of("rf.weakness")))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("Has any muscle become weak?"), texts("words", weakness));
        assertTrue(links("couldLower", neuromuscular).contains("rf.weakness"));
        assertFalse(links("couldRaise", neuromuscular).contains("rf.wasting"));
        ParametersParameterComponent twoLids = rule("M-6", "whyNotMore", neuromuscular);
        assertEquals("moderate", level(twoLids));
        assertEquals(List.of("Has the eyesight changed? No change"), texts("because", twoLids));
    }

    @Test
    void aMissingResultIsNamedByItsLoincCodeAndOneThatIsThereIsNot() {
        List<String> missing =
                codes("couldRaise", category("metabolic", explained("five-months-examination-normal-no-labs")));
        assertTrue(missing.containsAll(List.of("2823-3", "19123-9")), missing::toString);

        ParametersParameterComponent low = category("metabolic", explained("potassium-2-3-benign-history"));
        assertEquals("high", level(low));
        assertEquals(
                List.of("potassium 2.3 mmol/L on 2026-11-19, emergency alert"
                        + " [Observation/potassium-2-3-benign-history.k1]"),
                texts("fact", rule("E-7", "why", low)));
        List<String> open = codes("couldLower", low);
        assertTrue(open.contains("19123-9"), open::toString);
        assertFalse(open.contains("2823-3"), open::toString);
    }

    /** S-5 is for fever after a medicine change with no serotonergic medicine on record; one is. */
    @Test
    void whatARuleForbidsAndIsThereSpeaksAgainstIt() {
        ParametersParameterComponent metabolic = category("metabolic", explained("amitriptyline-fever-not-asked"));
        List<String> because = texts("because", rule("S-5", "whyNotMore", metabolic));
        assertEquals(1, because.size(), because::toString);
        assertTrue(because.get(0).contains("[MedicationRequest/"), because::toString);
        assertTrue(because.get(0).toLowerCase(Locale.ROOT).contains("amitriptyline"), because::toString);
    }

    @Test
    void aDiseaseAlreadyDiagnosedHasNoLevel() {
        ParametersParameterComponent known = category("neuromuscular", explained("known-als-new-shoulder-twitch"));
        assertEquals(List.of("K-1"), names("why", known));
        assertTrue(parts("level", known).findAny().isEmpty());
    }

    @Test
    void itIsToldOfAResponseThatIsSentAlongTooAndTheSame() {
        ExampleCase sent = Examples.named("weakness-not-asked");
        String parameters = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":"
                + sent.responseJson() + "},{\"name\":\"chart\",\"resource\":"
                + sent.chartJson().orElseThrow() + "}]}";
        HttpAnswer answer =
                server.post("/QuestionnaireResponse/$explain", parameters).expect(200);
        Validator.assertValid(answer.as(Parameters.class));
        String id = server.store("weakness-not-asked");
        assertEquals(
                server.post("/QuestionnaireResponse/" + id + "/$explain", NOTHING)
                        .expect(200)
                        .body(),
                answer.body());
        Refusal.assertInWords(400, server.post("/QuestionnaireResponse/$explain", NOTHING));
    }

    @Test
    void nothingIsWrittenAndOneInProgressIsExplainedToo() {
        String id = server.store("triggers-not-asked");
        String draft = server.get("/QuestionnaireResponse/" + id).expect(200).body();
        put(
                        "QuestionnaireResponse",
                        id,
                        draft.replaceFirst("\"status\":\\s*\"completed\"", "\"status\":\"in-progress\""))
                .expect(200);
        String before = server.get("/Provenance").expect(200).body();
        explained(server.get("/QuestionnaireResponse/" + id + "/$explain"));
        assertEquals(
                List.of(),
                server.get("/RiskAssessment?patient=Patient/p-triggers-not-asked")
                        .ids());
        assertEquals(before.length(), server.get("/Provenance").body().length());

        put(
                        "QuestionnaireResponse",
                        id,
                        draft.replaceFirst("\"status\":\\s*\"completed\"", "\"status\":\"entered-in-error\""))
                .expect(200);
        Refusal.assertInWords(422, server.get("/QuestionnaireResponse/" + id + "/$explain"));
        Refusal.assertInWords(404, server.get("/QuestionnaireResponse/never-stored/$explain"));
    }

    private static Parameters explained(String caseName) {
        return explained(server.get("/QuestionnaireResponse/" + server.store(caseName) + "/$explain"));
    }

    private static Parameters explained(HttpAnswer answer) {
        Parameters explained = answer.expect(200).as(Parameters.class);
        Validator.assertValid(explained);
        return explained;
    }

    private static ParametersParameterComponent category(String outcome, Parameters explained) {
        return explained.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("category"))
                .filter(parameter -> code("outcome", parameter).equals(outcome))
                .findFirst()
                .orElseThrow();
    }

    private static String level(ParametersParameterComponent category) {
        return code("level", category);
    }

    private static String code(String name, ParametersParameterComponent whole) {
        ParametersParameterComponent part = parts(name, whole).findFirst().orElseThrow();
        return ((CodeableConcept) part.getValue()).getCodingFirstRep().getCode();
    }

    private static Stream<ParametersParameterComponent> parts(String name, ParametersParameterComponent whole) {
        return whole.getPart().stream().filter(part -> part.getName().equals(name));
    }

    private static List<String> texts(String name, ParametersParameterComponent whole) {
        return parts(name, whole).map(part -> part.getValue().primitiveValue()).toList();
    }

    private static List<String> names(String name, ParametersParameterComponent whole) {
        return parts(name, whole).flatMap(part -> texts("rule", part).stream()).toList();
    }

    private static ParametersParameterComponent rule(String id, String name, ParametersParameterComponent whole) {
        return parts(name, whole)
                .filter(part -> texts("rule", part).equals(List.of(id)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> links(String name, ParametersParameterComponent whole) {
        return parts(name, whole)
                .flatMap(part -> texts("linkId", part).stream())
                .toList();
    }

    private static List<String> codes(String name, ParametersParameterComponent whole) {
        return parts(name, whole)
                .flatMap(part -> parts("code", part))
                .map(part -> (Coding) part.getValue())
                .filter(coding -> coding.getSystem().equals("http://loinc.org"))
                .map(Coding::getCode)
                .toList();
    }
}
