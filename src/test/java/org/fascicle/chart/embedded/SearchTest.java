package org.fascicle.chart.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.util.List;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class SearchTest extends StoreTest {

    @Test
    void aTokenIsFoundByCodeBySystemAndCodeAndBySystem() {
        put("Observation", "a", "'code':{'coding':[{'system':'http://loinc.org','code':'2823-3'},{'code':'K'}]}");
        put("Observation", "b", "'code':{'coding':[{'system':'http://other.example','code':'2823-3'}]}");
        assertEquals(List.of("a", "b"), find("Observation?code=2823-3"));
        assertEquals(List.of("a"), find("Observation?code=http://loinc.org|2823-3"));
        assertEquals(List.of("a"), find("Observation?code=|K"));
        assertEquals(List.of(), find("Observation?code=|2823-3"));
        assertEquals(List.of("b"), find("Observation?code=http://other.example|"));
        assertEquals(List.of(), find("Observation?code=2823"));
        assertEquals(List.of(), find("Observation?code=2823-3x"));
    }

    @Test
    void tokensAreComparedExactly() {
        put("Observation", "a", "'code':{'coding':[{'system':'http://loinc.org','code':'aBc'}]}");
        assertEquals(List.of("a"), find("Observation?code=aBc"));
        assertEquals(List.of(), find("Observation?code=abc"));
    }

    @Test
    void aBarOrACommaInACodeIsWrittenWithABackslash() {
        put("Observation", "a", "'code':{'coding':[{'system':'s','code':'x|y,z'}]}");
        put("Observation", "b", "'code':{'coding':[{'system':'x','code':'y'}]}");
        assertEquals(List.of("a"), find("Observation?code=x%5C|y%5C,z"));
        assertEquals(List.of("a"), find("Observation?code=s|x%5C|y%5C,z"));
        assertEquals(List.of("b"), find("Observation?code=x|y"));
        assertEquals(List.of("a"), inOrder(Search.of("Observation").whereToken("code", "s", "x|y,z")));
        assertEquals(List.of("a"), inOrder(Search.of("Observation").where("code", "x|y,z")));
    }

    @Test
    void aStatusIsFoundWithAndWithoutItsSystem() {
        put("Observation", "a", "'status':'final'");
        put("Observation", "b", "'status':'preliminary'");
        assertEquals(List.of("a"), find("Observation?status=final"));
        assertEquals(List.of("a"), find("Observation?status=http://hl7.org/fhir/observation-status|final"));
        assertEquals(List.of("a", "b"), find("Observation?status=final,preliminary"));
    }

    @Test
    void valuesWithCommasAreAlternativesAndRepeatedParametersMustAllHold() {
        put(
                "Observation",
                "a",
                "'status':'final','code':{'coding':[{'code':'k'}]},'subject':{'reference':'Patient/1'}");
        put(
                "Observation",
                "b",
                "'status':'final','code':{'coding':[{'code':'na'}]},'subject':{'reference':'Patient/1'}");
        put("Observation", "c", "'status':'amended','code':{'coding':[{'code':'k'},{'code':'na'}]}");
        assertEquals(List.of("a", "b", "c"), find("Observation?code=k,na"));
        assertEquals(List.of("c"), find("Observation?code=k&code=na"));
        assertEquals(List.of("b"), find("Observation?code=na&status=final&patient=1"));
    }

    @Test
    void aReferenceIsFoundByIdByTypeAndIdAndWithATypeModifier() {
        put("Observation", "a", "'subject':{'reference':'Patient/1'}");
        put("Observation", "b", "'subject':{'reference':'Device/1'}");
        put("Observation", "c", "'subject':{'reference':'http://other.example/fhir/Patient/1'}");
        assertEquals(List.of("a"), find("Observation?patient=1"));
        assertEquals(List.of("a"), find("Observation?patient=Patient/1"));
        assertEquals(List.of("a", "b"), find("Observation?subject=1"));
        assertEquals(List.of("b"), find("Observation?subject=Device/1"));
        assertEquals(List.of("b"), find("Observation?subject:Device=1"));
        assertEquals(List.of("c"), find("Observation?subject=http://other.example/fhir/Patient/1"));
    }

    @Test
    void aReferenceToAVersionIsFoundWithoutTheVersion() {
        put("Observation", "a", "'derivedFrom':[{'reference':'QuestionnaireResponse/7/_history/2'}]");
        assertEquals(List.of("a"), find("Observation?derived-from=QuestionnaireResponse/7"));
    }

    @Test
    void aReferenceToAnythingIsFoundByItsTarget() {
        put("Provenance", "a", "'target':[{'reference':'RiskAssessment/1'},{'reference':'Patient/2'}]");
        assertEquals(List.of("a"), find("Provenance?target=RiskAssessment/1"));
        assertEquals(List.of("a"), find("Provenance?target=1"));
        assertEquals(List.of("a"), find("Provenance?patient=2"));
        assertEquals(List.of(), find("Provenance?patient=1"));
    }

    @Test
    void aQuestionnaireIsFoundWithAndWithoutItsVersion() {
        put("QuestionnaireResponse", "a", "'questionnaire':'http://q.example/Q|1.0.0'");
        put("QuestionnaireResponse", "b", "'questionnaire':'http://q.example/Q|2.0.0'");
        assertEquals(List.of("a", "b"), find("QuestionnaireResponse?questionnaire=http://q.example/Q"));
        assertEquals(List.of("a"), find("QuestionnaireResponse?questionnaire=http://q.example/Q|1.0.0"));
    }

    @Test
    void aNameIsFoundByItsBeginningWhateverTheCaseAndTheAccents() {
        put("Patient", "a", "'name':[{'family':'Müller-Lüdenscheid','given':['Élodie','Zoé']}]");
        put("Patient", "b", "'name':[{'family':'Muster','prefix':['Dr.']}]");
        assertEquals(List.of("a", "b"), find("Patient?family=MU"));
        assertEquals(List.of("a"), find("Patient?family=müllER"));
        assertEquals(List.of("a"), find("Patient?given=zoe"));
        assertEquals(List.of("a"), find("Patient?name=elodie"));
        assertEquals(List.of("b"), find("Patient?name=dr"));
        assertEquals(List.of(), find("Patient?family=denscheid"));
        assertEquals(List.of(), find("Patient?family=%25"));
    }

    @Test
    void theUrgencyOfARiskAssessmentIsSearchable() {
        String extension =
                "'extension':[{'url':'https://fascicle.example/fhir/StructureDefinition/urgency','valueCode':'%s'},"
                        + "{'url':'http://other.example','valueCode':'soon'}]";
        put("RiskAssessment", "a", String.format(extension, "emergency"));
        put("RiskAssessment", "b", String.format(extension, "routine"));
        assertEquals(List.of("a"), find("RiskAssessment?urgency=emergency"));
        assertEquals(List.of(), find("RiskAssessment?urgency=soon"));
    }

    @Test
    void theRestOfARiskAssessmentIsSearchable() {
        put(
                "RiskAssessment",
                "a",
                "'method':{'coding':[{'code':'rules'}]},'prediction':[{'qualitativeRisk':{'coding':[{'code':'high'}]}}],"
                        + "'condition':{'reference':'Condition/3'},'performer':{'reference':'Device/fascicle'},"
                        + "'encounter':{'reference':'Encounter/4'},'occurrenceDateTime':'2026-11-22'");
        for (String by : List.of(
                "method=rules",
                "risk=high",
                "condition=3",
                "performer=Device/fascicle",
                "encounter=4",
                "date=2026-11-22")) {
            assertEquals(List.of("a"), find("RiskAssessment?" + by), by);
        }
    }

    @Test
    void aMedicineIsFoundByCodeOrByReference() {
        put("MedicationRequest", "a", "'medicationCodeableConcept':{'coding':[{'system':'atc','code':'A02BC01'}]}");
        put("MedicationRequest", "b", "'medicationReference':{'reference':'Medication/9'}");
        assertEquals(List.of("a"), find("MedicationRequest?code=A02BC01"));
        assertEquals(List.of("b"), find("MedicationRequest?medication=9"));
    }

    @Test
    void ordersAreFoundByRequisitionByWhatTheyAreBasedOnAndByIntent() {
        put(
                "ServiceRequest",
                "a",
                "'requisition':{'system':'r','value':'1'},'intent':'proposal','basedOn':[{'reference':'ServiceRequest/b'}],"
                        + "'priority':'urgent','status':'draft'");
        for (String by :
                List.of("requisition=r|1", "intent=proposal", "based-on=b", "priority=urgent", "status=draft")) {
            assertEquals(List.of("a"), find("ServiceRequest?" + by), by);
        }
    }

    @Test
    void resourcesAreFoundByIdAndByWhenTheyWereStored() {
        put("Patient", "a", "'active':true");
        clock.forward(Duration.ofDays(1));
        put("Patient", "b", "'active':false");
        assertEquals(List.of("a", "b"), find("Patient?_id=a,b,c"));
        assertEquals(List.of("b"), find("Patient?_id=a,b&active=false"));
        assertEquals(List.of("b"), find("Patient?_lastUpdated=gt2026-11-22"));
        assertEquals(List.of("a"), find("Patient?_lastUpdated=2026-11-22"));
        assertEquals(List.of("a"), find("Patient?_lastUpdated=le2026-11-22T10:00:00Z"));
        assertEquals(List.of("b"), find("Patient?active=false&_lastUpdated=ge2026-11-23"));
    }

    @Test
    void onlyTheCurrentVersionIsFound() {
        put("Observation", "a", "'status':'preliminary'");
        put("Observation", "a", "'status':'final'");
        assertEquals(List.of(), find("Observation?status=preliminary"));
        assertEquals(List.of("a"), find("Observation?status=final"));
        assertEquals(
                List.of("2"),
                chart.search(Search.of("Observation")).matches().stream()
                        .map(Stored::version)
                        .toList());
    }

    @Test
    void oneTypeIsNeverFoundInTheSearchOfAnother() {
        put("Condition", "a", "'subject':{'reference':'Patient/1'}");
        assertEquals(List.of(), find("Procedure?patient=1"));
        assertEquals(List.of(), find("Procedure?_id=a"));
    }

    @Test
    void aValueLongerThanAnIndexTakesIsStillComparedInFull() {
        String first = "x".repeat(5_000) + "1";
        String second = "x".repeat(5_000) + "2";
        put("Patient", "a", "'identifier':[{'system':'s','value':'" + first + "'}]");
        put("Patient", "b", "'identifier':[{'system':'s','value':'" + second + "'}]");
        assertEquals(List.of("b"), find("Patient?identifier=s|" + second));
    }

    @Test
    void valuesCannotWidenASearch() {
        put("Patient", "a", "'identifier':[{'system':'s','value':'1'}]");
        for (String nasty : List.of("1,2", "s|1", "' OR 1=1 --", "1&_id=a", "1\\,2", "%", "_", "1\n", "$")) {
            assertEquals(
                    List.of(),
                    inOrder(Search.of("Patient").whereToken("identifier", "s", nasty)),
                    () -> "with " + nasty);
        }
    }

    @Test
    void aSearchForWhatIsNotOfferedIsRefusedAndSaysWhatIs() {
        Fault fault = assertFault(Kind.NOT_SUPPORTED, () -> find("RiskAssessment?basis=1"));
        assertEquals(
                "`RiskAssessment` cannot be searched by `basis`; it can by _id, _lastUpdated, subject, patient, identifier,"
                        + " date, encounter, method, risk, condition, performer, urgency",
                fault.getMessage());
        for (String search : List.of(
                "Observation?subject.name=x",
                "Observation?_has:Provenance:target:agent=1",
                "Observation?code:not=1",
                "Observation?code:text=1",
                "Observation?date:missing=true",
                "Observation?subject:identifier=1",
                "Observation?date=ap2026",
                "Observation?date=ne2026",
                "Observation?_sort=code",
                "Observation?_include=Observation:nothing",
                "Observation?_include=*",
                "Observation?_revinclude=Provenance:target",
                "Location?_id=1")) {
            assertFault(Kind.NOT_SUPPORTED, () -> find(search));
        }
    }

    @Test
    void aSearchThatCannotBeReadIsRefused() {
        for (String search : List.of(
                "Observation?date=yesterday",
                "Observation?date=2026-13",
                "Observation?date=2026-02-30",
                "Observation?date=",
                "Observation?code=a|b|c",
                "Observation?code=|",
                "Observation?code=a,",
                "Observation?patient=Patient/1/_history/2",
                "Observation?patient=Device/1",
                "Observation?patient=a b",
                "Observation?_count=many",
                "Observation?_sort=date&_sort=-date",
                "Observation?_after=nonsense",
                "Observation?code=%ZZ",
                "Observation?code=a%00b")) {
            assertFault(Kind.MALFORMED, () -> find(search));
        }
    }

    @Test
    void aSearchWithTooManyValuesIsRefused() {
        Search search = SearchUrl.read("Patient?_id=" + "1,".repeat(500) + "1");
        assertFault(Kind.TOO_LARGE, () -> chart.search(search));
    }

    private void put(String type, String id, String content) {
        String json = "{'resourceType':'" + type + "','id':'" + id + "'," + content + "}";
        chart.update((Resource) FhirContext.forR4Cached().newJsonParser().parseResource(json.replace('\'', '"')));
    }
}
