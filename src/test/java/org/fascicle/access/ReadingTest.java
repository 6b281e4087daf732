package org.fascicle.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.Scopes;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class ReadingTest extends TwoCharts {
    private static final String ALL_OF_A = "patient/*.cruds";

    @Test
    void b1_aPatientScopeReadsThatPatientsChart() {
        Chart chart = scoped(ALL_OF_A);

        assertEquals("1", chart.read(key("Patient/a")).version());
        assertEquals("1", chart.read(key("Observation/lab-a"), "1").version());
        assertEquals(
                1,
                chart.history(key("Observation/lab-a"), 10, Optional.empty())
                        .matches()
                        .size());
        assertEquals("1", chart.read(key("Provenance/prov-a")).version());
    }

    @Test
    void b1_b6_anotherPatientsResourcesAreNotThereOnReadVreadAndHistory() {
        Chart chart = scoped(ALL_OF_A);

        for (String type :
                List.of("Observation/lab-", "QuestionnaireResponse/qr-", "Provenance/prov-", "Encounter/visit-")) {
            assertAbsent(type + "b", type + "z", id -> chart.read(key(id)));
            assertAbsent(type + "b", type + "z", id -> chart.read(key(id), "1"));
            assertAbsent(type + "b", type + "z", id -> chart.read(key(id), "9"));
            assertAbsent(type + "b", type + "z", id -> chart.history(key(id), 10, Optional.empty()));
        }
        assertAbsent("Patient/b", "Patient/z", id -> chart.read(key(id)));
    }

    @Test
    void b6_anAnswerForWhatIsOutOfReachIsTheChartsOwnForWhatIsNotThere() {
        Chart chart = scoped(ALL_OF_A);

        String own =
                assertFault(Kind.NOT_FOUND, () -> whole.read(key("Patient/z"))).getMessage();

        assertEquals(
                own,
                assertFault(Kind.NOT_FOUND, () -> chart.read(key("Patient/z"))).getMessage());
    }

    @Test
    void b1_aTypeThatNoScopeNamesIsForbiddenWhetherItIsStoredOrNot() {
        Chart chart = scoped("patient/Patient.rs");

        assertFault(Kind.FORBIDDEN, () -> chart.read(key("Observation/lab-a")));
        assertFault(Kind.FORBIDDEN, () -> chart.read(key("Observation/z")));
        assertFault(Kind.FORBIDDEN, () -> find(chart, "Observation?patient=a"));
    }

    @Test
    void b1_toReadIsNotToSearchAndToWriteIsNeither() {
        assertFault(Kind.FORBIDDEN, () -> find(scoped("patient/Observation.r"), "Observation"));
        assertFault(Kind.FORBIDDEN, () -> scoped("patient/Observation.s").read(key("Observation/lab-a")));
        assertFault(Kind.FORBIDDEN, () -> scoped("patient/Observation.write").read(key("Observation/lab-a")));
        assertEquals(
                "1",
                scoped("patient/Observation.read")
                        .read(key("Observation/lab-a"))
                        .version());
    }

    @Test
    void b1_aTokenWithoutAPatientReachesNothingByItsPatientScopes() {
        Grant grant = new Grant("app", "Practitioner/dr", Optional.empty(), Scopes.parse(ALL_OF_A));

        assertFault(Kind.FORBIDDEN, () -> new ScopedChart(whole, grant).read(key("Patient/a")));
    }

    @Test
    void userAndSystemScopesReachEveryPatient() {
        assertEquals("1", scoped("user/Patient.r").read(key("Patient/b")).version());
        assertEquals(List.of("Patient/a", "Patient/b"), find(scoped("system/Patient.rs"), "Patient"));
    }

    @Test
    void b1_aScopeMayBeNarrowedToACategory() {
        Chart chart = scoped("patient/Observation.rs?category=" + CATEGORY + "|laboratory");

        assertEquals("1", chart.read(key("Observation/lab-a")).version());
        assertAbsent("Observation/pulse-a", "Observation/z", id -> chart.read(key(id)));
        assertEquals(List.of("Observation/lab-a"), find(chart, "Observation"));
        assertEquals(List.of(), find(chart, "Observation?category=vital-signs"));
        assertEquals(
                List.of("Observation/lab-a"),
                find(scoped("user/Observation.rs?category=laboratory"), "Observation?patient=a"));
    }

    @Test
    void severalNarrowedScopesGiveWhatAnyOfThemGives() {
        Chart chart = scoped("patient/Observation.rs?category=laboratory patient/Observation.rs?category=vital-signs");
        Chart mixed = scoped("patient/Observation.rs?category=laboratory patient/Observation.rs?encounter=visit-a");

        assertEquals(List.of("Observation/lab-a", "Observation/pulse-a"), find(chart, "Observation"));
        assertEquals(List.of("Observation/lab-a", "Observation/pulse-a"), find(mixed, "Observation"));
    }

    @Test
    void b1_aScopeThatIsNotUnderstoodGivesNothing() {
        for (String query :
                List.of("unknown=1", "category=", "category:not=laboratory", "_count=3", "_id=lab-b", "%")) {
            Chart chart = scoped("patient/Observation.rs?" + query);
            assertFault(Kind.FORBIDDEN, () -> chart.read(key("Observation/lab-a")));
        }
    }

    @Test
    void b1_aVersionFromBeforeIsJudgedAsItWas() {
        Chart chart = scoped("patient/Observation.rs?category=laboratory");
        whole.update(with("lab-a", observation("a", "vital-signs")));

        assertAbsent("Observation/lab-a", "Observation/z", id -> chart.read(key(id)));
        assertAbsent("Observation/lab-a", "Observation/z", id -> chart.history(key(id), 10, Optional.empty()));
        assertAbsent("Observation/lab-a", "Observation/z", id -> chart.read(key(id), "2"));
        assertEquals("1", chart.read(key("Observation/lab-a"), "1").version());
    }

    @Test
    void b1_aPatientWhoTookPartInAnothersCareDoesNotSeeIt() {
        Observation reported = with("reported", observation("b", "laboratory"));
        reported.addPerformer(patient("a"));
        whole.update(reported);

        assertAbsent(
                "Observation/reported", "Observation/z", id -> scoped(ALL_OF_A).read(key(id)));
    }

    @Test
    void b1_aResourceAboutNobodyOrSomeoneElsewhereIsInNoPatientsReach() {
        whole.update(with("nobodys", new Observation()));
        Observation elsewhere = with("elsewhere", new Observation());
        elsewhere.setSubject(new Reference("https://ehr.example/fhir/Patient/a"));
        whole.update(elsewhere);

        assertAbsent(
                "Observation/nobodys", "Observation/z", id -> scoped(ALL_OF_A).read(key(id)));
        assertAbsent(
                "Observation/elsewhere", "Observation/z", id -> scoped(ALL_OF_A).read(key(id)));
    }

    @Test
    void b1_aProvenanceOfSeveralPatientsIsInNobodysReach() {
        Provenance both = new Provenance();
        both.addTarget(new Reference("RiskAssessment/risk-a")).addTarget(new Reference("RiskAssessment/risk-b"));
        whole.update(with("both", both));

        assertAbsent("Provenance/both", "Provenance/z", id -> scoped(ALL_OF_A).read(key(id)));
        assertEquals(List.of("Provenance/prov-a"), find(scoped(ALL_OF_A), "Provenance?target=RiskAssessment/risk-a"));
    }

    @Test
    void b1_includedIsOnlyWhatAScopeReaches() {
        String search = "MedicationRequest?_include=MedicationRequest:medication&_include=MedicationRequest:patient";

        assertEquals(List.of("Medication/pill", "Patient/a"), included(scoped(ALL_OF_A), search));
        assertEquals(
                List.of("Medication/pill"),
                included(scoped("patient/MedicationRequest.rs patient/Medication.r"), search));
        assertEquals(List.of(), included(scoped("patient/MedicationRequest.rs"), search));
    }

    @Test
    void b1_anIncludeAcrossPatientsStopsAtTheOthersResource() {
        Observation crossed = with("crossed", observation("a", "laboratory"));
        crossed.setEncounter(new Reference("Encounter/visit-b"));
        whole.update(crossed);

        assertEquals(
                List.of("Encounter/visit-a"), included(scoped(ALL_OF_A), "Observation?_include=Observation:encounter"));
    }

    @Test
    void b1_searchesFindOneOwnWhoeverTheyAskFor() {
        Chart chart = scoped(ALL_OF_A);

        assertEquals(List.of("Patient/a"), find(chart, "Patient"));
        assertEquals(List.of("Patient/a"), find(chart, "Patient?_id=a,b,z"));
        assertEquals(List.of(), find(chart, "Patient?identifier=urn:test|b"));
        assertEquals(List.of(), find(chart, "Observation?patient=b"));
        assertEquals(List.of(), find(chart, "Observation?subject=Patient/b"));
        assertEquals(List.of(), find(chart, "Provenance?target=RiskAssessment/risk-b"));
        assertEquals(
                List.of("Observation/lab-a", "Observation/pulse-a"),
                find(chart, "Observation?subject=Patient/b,Patient/a"));
    }

    @Test
    void b1_aProvenanceSearchNamesItsTargets() {
        assertFault(Kind.FORBIDDEN, () -> find(scoped(ALL_OF_A), "Provenance"));
        assertFault(Kind.FORBIDDEN, () -> find(scoped(ALL_OF_A), "Provenance?agent=dr"));
    }

    @Test
    void b1_chainsHasAndReverseIncludesAreNotOffered() {
        Chart chart = scoped(ALL_OF_A);

        for (String search : List.of(
                "Observation?subject.identifier=urn:test|b",
                "Observation?patient:Patient.name=x",
                "Patient?_has:Observation:patient:code=x",
                "Patient?_revinclude=Observation:patient")) {
            assertFault(Kind.NOT_SUPPORTED, () -> find(chart, search));
        }
    }

    @Test
    void b1_aPageLinkOfAnotherCallerGivesNothingMore() {
        Page first = scoped("user/Observation.rs").search(SearchUrl.read("Observation?_count=1"));
        String next = first.next().orElseThrow();

        List<String> found = find(scoped(ALL_OF_A), "Observation?_count=1&_after=" + next);

        assertFalse(found.isEmpty());
        assertEquals(
                List.of(),
                found.stream().filter(reference -> reference.endsWith("b")).toList());
    }

    @Test
    void theProgramItselfMayBeReadAlongWithAnyChart() {
        whole.update(with("us", new Device()));
        whole.update(with("pump", new Device().setPatient(patient("b"))));

        assertEquals("1", scoped(ALL_OF_A).read(new Key("Device", "us")).version());
        assertAbsent("Device/pump", "Device/z", id -> scoped(ALL_OF_A).read(key(id)));
    }
}
