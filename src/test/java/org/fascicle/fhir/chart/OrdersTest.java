package org.fascicle.fhir.chart;

import static org.fascicle.clinical.chart.Activity.*;
import static org.fascicle.fhir.chart.Given.coded;
import static org.fascicle.fhir.chart.Given.on;
import static org.fascicle.fhir.chart.Given.read;
import static org.fascicle.fhir.chart.Given.snomed;
import static org.fascicle.fhir.chart.Given.why;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.PlacedOrder;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest {
    private static final String PROPOSAL = "https://fascicle.example/fhir/identifier/proposal";

    /** Vignette C25. */
    @Test
    void aDraftedReferralIsAnOrderWithItsReferenceAndDate() {
        assertEquals(
                List.of(new PlacedOrder(Set.of(NEUROLOGY), new Entry("ServiceRequest/r1", on("2026-11-01")))),
                read(referral()).orders());
    }

    @ParameterizedTest
    @EnumSource(
            value = ServiceRequestStatus.class,
            names = {"ACTIVE", "DRAFT", "ONHOLD"})
    void anOpenRequestCountsWhateverItsIntent(ServiceRequestStatus status) {
        for (ServiceRequestIntent intent :
                List.of(ServiceRequestIntent.PROPOSAL, ServiceRequestIntent.PLAN, ServiceRequestIntent.ORDER)) {
            assertEquals(
                    1, orders(referral().setStatus(status).setIntent(intent)).size());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServiceRequestStatus.class,
            names = {"COMPLETED", "REVOKED", "ENTEREDINERROR"})
    void aClosedOneDoesNot(ServiceRequestStatus status) {
        assertEquals(List.of(), orders(referral().setStatus(status)));
        assertEquals(List.of(), why(referral().setStatus(status)));
    }

    @Test
    void oneOfUnknownStatusIsNamedAndNotCounted() {
        ServiceRequest request = referral().setStatus(ServiceRequestStatus.UNKNOWN);
        assertEquals(List.of(), orders(request));
        assertEquals(List.of("a request whose status is not known was not counted as an order"), why(request));
        assertEquals(1, why(referral().setStatus(null)).size());
    }

    @Test
    void aRequestNotToDoItIsNoOrder() {
        assertEquals(List.of(), orders(referral().setDoNotPerform(true)));
    }

    @Test
    void whatThisResponseProposedItselfIsNoOrder() {
        ServiceRequest proposal = referral();
        proposal.addIdentifier().setSystem(PROPOSAL).setValue("resp-1/NEUROLOGY");
        assertEquals(1, orders(proposal).size());
        assertEquals(0, readFor("resp-1", proposal).orders().size());
        assertEquals(1, readFor("resp-12", proposal).orders().size());
        assertEquals(1, readFor("resp", referral()).orders().size());
    }

    @Test
    void anotherResponseWithALongerIdIsAnother() {
        ServiceRequest proposal = referral();
        proposal.addIdentifier().setSystem(PROPOSAL).setValue("resp-12/NEUROLOGY");
        assertEquals(1, readFor("resp-1", proposal).orders().size());
    }

    @ParameterizedTest
    @CsvSource({
        "Referral to neurology,NEUROLOGY",
        "Neurologist outpatient review,NEUROLOGY",
        "EMG and NCS,EMG",
        "12 lead ECG,ECG",
        "Serum magnesium,MAGNESIUM",
        "TSH,THYROTROPIN",
        "Coeliac serology,COELIAC_SEROLOGY",
        "Celiac panel,COELIAC_SEROLOGY",
        "Paediatric referral,PAEDIATRICS",
        "Speech therapy,SPEECH_AND_LANGUAGE",
        "Physical therapy,PHYSIOTHERAPY",
        "Cognitive behavioural therapy,MENTAL_HEALTH",
        "Liver function tests,LIVER_PANEL",
        "FBC,BLOOD_COUNT"
    })
    void anOrderInWordsIsRecognised(String text, Activity activity) {
        assertEquals(List.of(Set.of(activity)), orders(request(new CodeableConcept().setText(text))));
    }

    @Test
    void ureaAndElectrolytesStandForTheirTests() {
        assertEquals(
                List.of(Set.of(SODIUM, POTASSIUM, CREATININE)), orders(request(new CodeableConcept().setText("U&E"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dermatology referral",
                "Botulinum toxin injection, neurology ward",
                "Urine potassium",
                "Chest X-ray",
                "Transport to neurology clinic",
                ""
            })
    void anOrderForSomethingElseIsPassedOver(String text) {
        assertEquals(List.of(), orders(request(new CodeableConcept().setText(text))));
        assertEquals(List.of(), why(request(new CodeableConcept().setText(text))));
    }

    @Test
    void codesAndDetailsTogetherTellWhatIsOrdered() {
        ServiceRequest request = request(coded("http://loinc.org", "24323-8"));
        request.addOrderDetail(new CodeableConcept().setText("Magnesium"));
        assertEquals(List.of(Set.of(BASIC_METABOLIC_PANEL, ALBUMIN, LIVER_PANEL, MAGNESIUM)), orders(request));
    }

    @Test
    void aReferralWithoutASpecialtyIsKnownByWhomItAsks() {
        ServiceRequest request = request(new CodeableConcept().setText("Referral to specialist"));
        request.setPerformerType(
                new CodeableConcept().addCoding(new Coding("http://snomed.info/sct", "394591006", "Neurology")));
        assertEquals(List.of(Set.of(NEUROLOGY)), orders(request));
        request.setCode(new CodeableConcept().setText("Injection of botulinum toxin into muscle"));
        assertEquals(List.of(), orders(request));
    }

    private static List<Set<Activity>> orders(ServiceRequest request) {
        return read(request).orders().stream().map(PlacedOrder::activities).toList();
    }

    private static ChartFacts readFor(String response, ServiceRequest request) {
        return ChartFromFhir.read(ChartResources.of(List.of(request)), Given.SCOPE.withoutProposalsOf(response));
    }

    private static ServiceRequest referral() {
        return request(snomed("183521007"));
    }

    private static ServiceRequest request(CodeableConcept code) {
        ServiceRequest request = new ServiceRequest();
        request.setId("ServiceRequest/r1");
        request.setSubject(new Reference(Given.SUBJECT));
        request.setStatus(ServiceRequestStatus.DRAFT);
        request.setIntent(ServiceRequestIntent.ORDER);
        request.setAuthoredOnElement(new DateTimeType("2026-11-01"));
        return request.setCode(code);
    }
}
