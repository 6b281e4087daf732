package org.fascicle.fhir.chart;

import static org.fascicle.fhir.chart.Given.DAY;
import static org.fascicle.fhir.chart.Given.SCOPE;
import static org.fascicle.fhir.chart.Given.lab;
import static org.fascicle.fhir.chart.Given.patient;
import static org.fascicle.fhir.chart.Given.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Unread;
import org.fascicle.clinical.lab.LabResult;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhoseChartTest {
    private static final String URN = "urn:uuid:6f1c1f6e-2f3d-4a7e-9a44-0a3b1c2d3e4f";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/p1",
                "Patient/p1/_history/3",
                "https://ehr.example/fhir/Patient/p1",
                "https://ehr.example/fhir/Patient/p1/_history/3"
            })
    void thePatientMayBeReferredToInEveryForm(String reference) {
        assertEquals(1, read(of(reference)).results().size());
    }

    @Test
    void anotherPatientsResourceIsNotUsedAndNamed() {
        ChartFacts facts = read(patient(), of("Patient/p2"));
        assertEquals(List.of(), facts.results());
        assertEquals(
                List.of(new Unread("Observation/o1", "it is about another patient and was not used")), facts.unread());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/p11", "Patient/P1", "Group/p1", "p1", "#p1", "https://evil.example/Patient/p2"})
    void somethingThatOnlyLooksLikeThePatientIsNot(String reference) {
        assertEquals(List.of(), read(of(reference)).results());
    }

    @Test
    void theSameIdOnAnotherServerIsSomebodyElse() {
        Patient known = patient();
        known.setId(new IdType("https://ehr.example/fhir/Patient/p1"));
        assertEquals(
                List.of(),
                read(known, of("https://other.example/fhir/Patient/p1")).results());
        assertEquals(
                1,
                read(known, of("https://ehr.example/fhir/Patient/p1")).results().size());
    }

    @Test
    void aRelativeReferenceIsOfTheServerItStandsOn() {
        Patient known = patient();
        known.setId(new IdType("https://ehr.example/fhir/Patient/p1"));
        Observation elsewhere = of("Patient/p1");
        elsewhere.setId(new IdType("https://other.example/fhir/Observation/o1"));
        assertEquals(List.of(), read(known, elsewhere).results());
        Observation here = of("Patient/p1");
        here.setId(new IdType("https://ehr.example/fhir/Observation/o1"));
        assertEquals(1, read(known, here).results().size());
    }

    @Test
    void whereTwoServersHoldThatIdAnAddressIsNobodys() {
        Patient one = patient();
        one.setId(new IdType("https://a.example/fhir/Patient/p1"));
        Patient other = patient();
        other.setId(new IdType("https://b.example/fhir/Patient/p1"));
        assertEquals(
                List.of(),
                read(one, other, of("https://b.example/fhir/Patient/p1")).results());
    }

    @Test
    void anAbsoluteSubjectIsFoundByItsRelativeName() {
        ChartScope absolute = ChartScope.of("https://ehr.example/fhir/Patient/p1/_history/2", DAY);
        ChartFacts facts = ChartFromFhir.read(ChartResources.of(List.of(of("Patient/p1"))), absolute);
        assertEquals(1, facts.results().size());
    }

    @Test
    void fullUrlsOfABundleAreNames() {
        Bundle bundle = new Bundle();
        bundle.addEntry().setFullUrl(URN).setResource(patient());
        Observation nameless = of(URN);
        nameless.setId((String) null);
        bundle.addEntry()
                .setFullUrl("urn:uuid:00000000-0000-0000-0000-000000000001")
                .setResource(nameless);
        bundle.addEntry();
        LabResult result =
                ChartFromFhir.read(ChartResources.of(bundle), SCOPE).results().get(0);
        assertEquals("urn:uuid:00000000-0000-0000-0000-000000000001", result.reference());
    }

    @Test
    void anIdThatTheParserOverwroteWithItsUrnIsANameStill() {
        Bundle bundle = JsonChart.parse("""
                {"resourceType": "Bundle", "type": "collection", "entry": [
                {"fullUrl": "urn:uuid:6f1c1f6e-2f3d-4a7e-9a44-0a3b1c2d3e4f",
                 "resource": {"resourceType": "Patient", "id": "6f1c1f6e-2f3d-4a7e-9a44-0a3b1c2d3e4f"}},
                {"resource": {"resourceType": "Condition", "id": "c", "code": {"text": "Diabetes"},
                 "subject": {"reference": "urn:uuid:6f1c1f6e-2f3d-4a7e-9a44-0a3b1c2d3e4f"}}}]}
                """);
        ChartScope scope = ChartScope.of("Patient/6f1c1f6e-2f3d-4a7e-9a44-0a3b1c2d3e4f", DAY);
        ChartResources chart = ChartResources.of(bundle);
        assertEquals(1, ChartFromFhir.read(chart, scope).diagnoses().size());
        assertTrue(chart.findPatient("Patient/6f1c1f6e-2f3d-4a7e-9a44-0a3b1c2d3e4f")
                .isPresent());
    }

    @Test
    void anAddressBecomesARelativeReferenceWithoutItsVersion() {
        Observation addressed = of("Patient/p1");
        addressed.setId(new IdType("https://ehr.example/fhir/Observation/o7/_history/4"));
        assertEquals("Observation/o7", read(addressed).results().get(0).reference());
    }

    @Test
    void aResourceWithoutAnyNameHasNoReferenceButAPlace() {
        Observation nameless = of("Patient/p1");
        nameless.setId((String) null);
        assertEquals("", read(patient(), nameless).results().get(0).reference());
        nameless.setValue(null);
        assertEquals(
                List.of(new Unread("Observation at entry 2", "the potassium result has no value")),
                read(patient(), nameless).unread());
    }

    @Test
    void aHostileIdIsNoName() {
        Observation hostile = of("Patient/p1");
        hostile.setId("<script>alert(1)</script>");
        assertEquals("", read(hostile).results().get(0).reference());
    }

    @Test
    void thePatientMayBeKnownByAnIdentifierAlone() {
        Patient known = patient();
        known.addIdentifier().setSystem("urn:nhs").setValue("943");
        Observation lab = of("x");
        lab.setSubject(new Reference()
                .setIdentifier(new Identifier().setSystem("urn:nhs").setValue("943")));
        assertEquals(1, read(known, lab).results().size());
        lab.setSubject(new Reference()
                .setIdentifier(new Identifier().setSystem("urn:nhs").setValue("944")));
        assertEquals(0, read(known, lab).results().size());
    }

    @Test
    void aResourceWithoutASubjectIsThePatientsUnlessTheChartIsMixed() {
        Observation unowned = of("x");
        unowned.setSubject(null);
        assertEquals(1, read(unowned).results().size());
        Patient other = new Patient();
        other.setId("Patient/p2");
        ChartFacts mixed = read(unowned, patient(), other);
        assertEquals(List.of(), mixed.results());
        assertEquals(
                List.of(new Unread("Observation/o1", "it does not say which patient it is about")), mixed.unread());
    }

    /** R4, LinkType: the former record "should be consulted to retrieve additional referenced information". */
    @Test
    void aRecordThatWasMergedIntoThePatientsIsNamedAsNotRead() {
        Patient merged = patient();
        merged.addLink().setType(LinkType.REPLACES).getOther().setReference("Patient/old");
        merged.addLink().setType(LinkType.SEEALSO).getOther().setReference("Patient/elsewhere");
        merged.addLink().setType(LinkType.REPLACES).getOther().setDisplay("an old folder");
        ChartFacts facts = read(merged, of("Patient/p1"));
        assertEquals(1, facts.results().size());
        assertEquals(
                List.of(new Unread(
                        "Patient/old",
                        "this record was merged into the one that was read; what may still stand there was not read")),
                facts.unread());
    }

    @Test
    void theOrderOfTheChartChangesNothing() {
        Observation sodium = lab("2951-2", "140", "mmol/L");
        sodium.setId("Observation/o2");
        Observation potassium = lab("2823-3", "4", "mmol/L");
        assertEquals(read(sodium, potassium), read(potassium, sodium));
    }

    @Test
    void thePatientResourceIsFoundInTheChart() {
        Patient other = new Patient();
        other.setId("Patient/p2");
        ChartResources chart = ChartResources.of(List.of(other, patient()));
        assertEquals(
                Optional.of("p1"),
                chart.findPatient("Patient/p1")
                        .map(found -> found.getIdElement().getIdPart()));
        assertTrue(chart.findPatient("Patient/p3").isEmpty());
    }

    private static Observation of(String subject) {
        Observation lab = lab("2823-3", "4.1", "mmol/L");
        lab.setSubject(new Reference(subject));
        return lab;
    }
}
