package org.fascicle.fhir.chart;

import static org.fascicle.fhir.chart.Given.on;
import static org.fascicle.fhir.chart.Given.prescription;
import static org.fascicle.fhir.chart.Given.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fascicle.clinical.chart.Medicine;
import org.fascicle.clinical.chart.Past;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MedicineCoursesTest {

    @ParameterizedTest
    @CsvSource({"ACTIVE,true", "ONHOLD,true", "UNKNOWN,true", "COMPLETED,false", "STOPPED,false"})
    void whetherARequestedMedicineIsTakenFollowsItsStatus(MedicationRequestStatus status, boolean isActive) {
        assertEquals(
                isActive, only(prescription("Furosemide").setStatus(status)).isActive());
        assertTrue(only(prescription("Furosemide").setStatus(null)).isActive());
    }

    @ParameterizedTest
    @EnumSource(
            value = MedicationRequestStatus.class,
            names = {"CANCELLED", "DRAFT", "ENTEREDINERROR"})
    void whatWasNeverGivenIsNoMedicine(MedicationRequestStatus status) {
        assertEquals(
                List.of(), read(prescription("Furosemide").setStatus(status)).medicines());
    }

    @ParameterizedTest
    @EnumSource(
            value = MedicationRequestIntent.class,
            names = {"PROPOSAL", "PLAN", "OPTION"})
    void aProposalOrPlanIsNoMedicine(MedicationRequestIntent intent) {
        assertEquals(
                List.of(), read(prescription("Furosemide").setIntent(intent)).medicines());
    }

    @Test
    void aPlanThatRecordsWhatThePatientReportsIsOne() {
        MedicationRequest reported = prescription("Furosemide").setIntent(MedicationRequestIntent.PLAN);
        assertTrue(only(reported.setReported(new BooleanType(true))).isActive());
    }

    @Test
    void aRequestNotToGiveIsNone() {
        assertEquals(
                List.of(),
                read(prescription("Furosemide").setDoNotPerform(true)).medicines());
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE,true", "ONHOLD,true", "UNKNOWN,true", "COMPLETED,false", "STOPPED,false"})
    void soDoesAStatedOne(MedicationStatementStatus status, boolean isActive) {
        assertEquals(
                isActive, only(statement("2026-01-01", null).setStatus(status)).isActive());
    }

    @ParameterizedTest
    @EnumSource(
            value = MedicationStatementStatus.class,
            names = {"INTENDED", "NOTTAKEN", "ENTEREDINERROR"})
    void whatWasNotTakenIsNoMedicine(MedicationStatementStatus status) {
        assertEquals(
                List.of(), read(statement("2026-01-01", null).setStatus(status)).medicines());
    }

    @Test
    void aMedicineWhoseTimeIsOverIsNotTakenAnyMore() {
        assertTrue(only(statement("2026-01-01", "2026-11-20")).isActive());
        assertEquals(false, only(statement("2026-01-01", "2026-11-19")).isActive());
    }

    @Test
    void aPrescriptionForATimeEndsWithIt() {
        MedicationRequest request = prescription("Prednisolone 30 mg tablets");
        request.addDosageInstruction().getTiming().getRepeat().setBounds(period("2026-10-02", "2026-10-09"));
        assertEquals(false, only(request).isActive());
        assertEquals(on("2026-10-02"), only(request).entry().date());
        request.addDosageInstruction().setText("then 5 mg daily");
        assertTrue(only(request).isActive());
    }

    @ParameterizedTest
    @CsvSource({"2026-10,2026-10-31", "2026,2026-11-20", "2025,2025-12-31", "2026-11-30,2026-11-30"})
    void aPartialStartCountsAsItsLatestDaySoThatNoResultSeemsLaterThanItIs(String written, LocalDate start) {
        assertEquals(Optional.of(start), only(statement(written, null)).entry().date());
    }

    @Test
    void aRepeatPrescriptionCarriesTheFirstOneOn() {
        MedicationRequest first = repeat("a", "2025-12-01", MedicationRequestStatus.COMPLETED);
        MedicationRequest second = repeat("b", "2026-05-01", MedicationRequestStatus.COMPLETED);
        MedicationRequest now = repeat("c", "2026-10-20", MedicationRequestStatus.ACTIVE);
        assertEquals(on("2025-12-01"), active(now, first, second).entry().date());
    }

    @Test
    void aLongGapAStopOrAnotherStrengthIsANewBeginning() {
        MedicationRequest old = repeat("a", "2025-12-01", MedicationRequestStatus.COMPLETED);
        MedicationRequest now = repeat("c", "2026-10-20", MedicationRequestStatus.ACTIVE);
        assertEquals(on("2026-10-20"), active(now, old).entry().date());
        MedicationRequest stopped = repeat("b", "2026-09-01", MedicationRequestStatus.STOPPED);
        assertEquals(on("2026-10-20"), active(now, stopped).entry().date());
        MedicationRequest weaker = repeat("b", "2026-09-01", MedicationRequestStatus.COMPLETED);
        weaker.setMedication(new CodeableConcept().setText("Lithium 200 mg"));
        assertEquals(on("2026-10-20"), active(now, weaker).entry().date());
    }

    @Test
    void calciumThatWasStoppedIsKnownToHaveBeenStopped() {
        MedicationRequest calcium =
                prescription("Calcium carbonate 1.25 g tablets").setStatus(MedicationRequestStatus.STOPPED);
        assertTrue(read(calcium).listed().contains(Past.CALCIUM_OR_VITAMIN_D_STOPPED));
    }

    private static Medicine only(org.hl7.fhir.r4.model.Resource resource) {
        List<Medicine> medicines = read(resource).medicines();
        assertEquals(1, medicines.size());
        return medicines.get(0);
    }

    private static Medicine active(org.hl7.fhir.r4.model.Resource... chart) {
        return read(chart).medicines().stream()
                .filter(Medicine::isActive)
                .findFirst()
                .orElseThrow();
    }

    private static MedicationRequest repeat(String id, String day, MedicationRequestStatus status) {
        MedicationRequest request = prescription("Lithium 400 mg").setStatus(status);
        request.setId("MedicationRequest/" + id);
        return request.setAuthoredOnElement(new DateTimeType(day));
    }

    private static MedicationStatement statement(String start, String end) {
        MedicationStatement statement = new MedicationStatement();
        statement.setId("MedicationStatement/s1");
        statement.setSubject(new Reference(Given.SUBJECT));
        statement.setStatus(MedicationStatementStatus.ACTIVE);
        statement.setMedication(new CodeableConcept().setText("Furosemide 40 mg"));
        statement.setEffective(period(start, end));
        return statement;
    }

    private static Period period(String start, String end) {
        Period period = new Period().setStartElement(new DateTimeType(start));
        return end == null ? period : period.setEndElement(new DateTimeType(end));
    }
}
