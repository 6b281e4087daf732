package org.fascicle.fhir.chart;

import static org.fascicle.clinical.chart.Electrodiagnosis.Outcome.*;
import static org.fascicle.fhir.chart.Given.coded;
import static org.fascicle.fhir.chart.Given.observation;
import static org.fascicle.fhir.chart.Given.on;
import static org.fascicle.fhir.chart.Given.read;
import static org.fascicle.fhir.chart.Given.snomed;
import static org.fascicle.fhir.chart.Given.why;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fascicle.clinical.chart.Electrodiagnosis;
import org.fascicle.clinical.chart.Electrodiagnosis.Outcome;
import org.fascicle.clinical.chart.Entry;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudiesTest {

    @ParameterizedTest
    @CsvSource({
        "http://loinc.org,18749-2",
        "http://loinc.org,29755-6",
        "http://loinc.org,27897-8",
        "http://snomed.info/sct,42803009"
    })
    void aStudyIsKnownByItsCode(String system, String code) {
        DiagnosticReport report = report("Active denervation");
        report.setCode(coded(system, code));
        assertEquals(
                List.of(new Electrodiagnosis(DENERVATION, new Entry("DiagnosticReport/d1", on("2026-11-10")))),
                read(report).tests().electrodiagnoses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMG upper limbs", "Nerve conduction studies", "Needle electromyography", "NCS/EMG"})
    void aStudyIsKnownByItsName(String name) {
        DiagnosticReport report = report("Active denervation");
        report.setCode(new CodeableConcept().setText(name));
        assertEquals(List.of(DENERVATION), outcomes(report));
    }

    @ParameterizedTest
    @CsvSource({
        "http://loinc.org,18749-2",
        "http://loinc.org,27897-8",
        "http://snomed.info/sct,42803009",
        "http://example.org,EMG upper limbs",
        "http://example.org,NCS/EMG"
    })
    void aStudyOfTheMusclesCanBeNormal(String system, String code) {
        DiagnosticReport report = report("Normal study");
        report.setCode(coded(system, code).setText(code));
        assertEquals(List.of(NORMAL), outcomes(report));
    }

    /** The rule in motor neuron disease: C.6 asks for a normal EMG beside it. */
    @ParameterizedTest
    @ValueSource(strings = {"29755-6", "Nerve conduction studies", "NCS both arms"})
    void aNormalStudyOfConductionAloneSettlesNothing(String name) {
        CodeableConcept code = coded("http://loinc.org", name).setText(name);
        DiagnosticReport report = report("Normal study");
        report.setCode(code);
        assertEquals(List.of(UNREAD), outcomes(report));
        Observation flagged = observation(code);
        flagged.addInterpretation(new CodeableConcept().addCoding(new Coding().setCode("N")));
        assertEquals(List.of(UNREAD), outcomes(flagged));
        report.setConclusion("Nerve conduction and EMG normal");
        assertEquals(List.of(NORMAL), outcomes(report));
        report.setConclusion("Slowed conduction");
        assertEquals(List.of(ABNORMAL), outcomes(report));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Normal study.",
                "Normal EMG and nerve conduction studies",
                "No evidence of neuropathy. Nerve conduction and needle examination are within normal limits",
                "The study is unremarkable",
                "No abnormality detected",
                "No fibrillation potentials or positive sharp waves; normal recruitment"
            })
    void aNormalReportIsNormal(String conclusion) {
        assertEquals(List.of(NORMAL), outcomes(report(conclusion)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Active denervation in three regions",
                "Chronic neurogenic changes in C8/T1 muscles",
                "Fibrillation potentials and positive sharp waves in the tibialis anterior",
                "Sensory conduction normal. Widespread fibrillations",
                "Normal conduction. Fibs and PSWs in the left first dorsal interosseous",
                "Sensory studies normal. Consistent with anterior horn cell disease",
                "No conduction block, but ongoing denervation",
                "Findings consistent with motor neuron disease"
            })
    void denervationIsReadWhateverElseIsNormal(String conclusion) {
        assertEquals(List.of(DENERVATION), outcomes(report(conclusion)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Abnormal study",
                "Length-dependent axonal polyneuropathy. No denervation",
                "Prolonged distal motor latencies, normal needle examination",
                "Not normal",
                "Possible denervation in one muscle",
                "Denervation cannot be excluded",
                "Conduction block in the ulnar nerve",
                "Conduction normal. Large polyphasic motor unit potentials with reduced recruitment",
                "Normal SNAPs. Acute and chronic motor axon loss",
                "Normal sensory studies. Giant motor units, reduced interference pattern"
            })
    void anyOtherAbnormalityIsAbnormal(String conclusion) {
        assertEquals(List.of(ABNORMAL), outcomes(report(conclusion)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See attached report",
                "Limited study, patient could not tolerate needling. Normal where tested",
                "Normal nerve conduction",
                "Sensory studies normal. Needle examination of three limbs, see table",
                "Otherwise normal",
                "Normal except for fasciculation potentials",
                ""
            })
    void whatSettlesNothingIsUnreadAndNamed(String conclusion) {
        DiagnosticReport report = report(conclusion);
        assertEquals(List.of(UNREAD), outcomes(report));
        assertEquals(List.of("what this EMG or nerve conduction study showed could not be read"), why(report));
    }

    @Test
    void theConclusionMayBeCodedOrInAnAttachedText() {
        DiagnosticReport coded = report(null);
        coded.addConclusionCode(new CodeableConcept().setText("Denervation"));
        assertEquals(List.of(DENERVATION), outcomes(coded));
        DiagnosticReport attached = report(null);
        attached.addPresentedForm()
                .setContentType("text/plain; charset=utf-8")
                .setData("Normal study".getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of(NORMAL), outcomes(attached));
    }

    @Test
    void theWorstOfAReportAndItsResultsCounts() {
        Observation needle = observation(new CodeableConcept().setText("Needle examination"));
        needle.setValue(new StringType("positive sharp waves in biceps"));
        DiagnosticReport report = report("Normal nerve conduction");
        report.addResult(new Reference("Observation/o1"));
        assertEquals(List.of(DENERVATION), outcomes(report, needle));
    }

    @ParameterizedTest
    @EnumSource(
            value = DiagnosticReportStatus.class,
            names = {"REGISTERED", "PARTIAL", "PRELIMINARY"})
    void aReportNotYetFinalIsAwaited(DiagnosticReportStatus status) {
        assertEquals(List.of(PENDING), outcomes(report(null).setStatus(status)));
        assertEquals(List.of(PENDING), outcomes(report("Normal study").setStatus(status)));
    }

    @Test
    void aPreliminaryReportThatShowsSomethingCounts() {
        DiagnosticReport report = report("Active denervation").setStatus(DiagnosticReportStatus.PRELIMINARY);
        assertEquals(List.of(DENERVATION), outcomes(report));
    }

    @Test
    void aReportAwaitedForHalfAYearIsNoLongerAwaited() {
        DiagnosticReport report = report(null).setStatus(DiagnosticReportStatus.REGISTERED);
        report.setEffective(new DateTimeType("2026-05-24"));
        assertEquals(List.of(PENDING), outcomes(report));
        report.setEffective(new DateTimeType("2026-05-23"));
        assertEquals(List.of(UNREAD), outcomes(report));
    }

    @Test
    void aReportOfUnknownStatusNeitherReassuresNorIsAwaited() {
        assertEquals(List.of(UNREAD), outcomes(report("Normal study").setStatus(DiagnosticReportStatus.UNKNOWN)));
        assertEquals(List.of(UNREAD), outcomes(report("Normal study").setStatus(null)));
        assertEquals(List.of(ABNORMAL), outcomes(report("Abnormal").setStatus(null)));
    }

    @Test
    void aWithdrawnReportIsPassedOver() {
        assertEquals(List.of(), outcomes(report("Abnormal").setStatus(DiagnosticReportStatus.ENTEREDINERROR)));
        assertEquals(List.of(), outcomes(report("Abnormal").setStatus(DiagnosticReportStatus.CANCELLED)));
    }

    @Test
    void aProcedureMayTellItsOutcome() {
        Procedure procedure = procedure();
        procedure.setOutcome(new CodeableConcept().setText("Normal"));
        assertEquals(List.of(NORMAL), outcomes(procedure));
        procedure.setOutcome(null).addNote().setText("Denervation in both hands");
        assertEquals(List.of(DENERVATION), outcomes(procedure));
    }

    @Test
    void aProcedureUnderWayIsAwaitedAndOneNotDoneIsNone() {
        assertEquals(List.of(PENDING), outcomes(procedure().setStatus(ProcedureStatus.INPROGRESS)));
        assertEquals(List.of(), outcomes(procedure().setStatus(ProcedureStatus.NOTDONE)));
        assertEquals(List.of(UNREAD), outcomes(procedure()));
    }

    @Test
    void aProcedureWhoseReportIsInTheChartIsReadThere() {
        Procedure procedure = procedure();
        procedure.addReport(new Reference("DiagnosticReport/d1"));
        assertEquals(List.of(NORMAL), outcomes(procedure, report("Normal study")));
    }

    @Test
    void ofOneDayOnlyWhatIsSettledIsKept() {
        assertEquals(List.of(NORMAL), outcomes(procedure(), report("Normal study")));
        assertEquals(List.of(), why(procedure(), report("Normal study")));
    }

    @Test
    void anObservationMayHoldTheStudy() {
        Observation study = observation(coded("http://loinc.org", "18749-2"));
        study.setValue(new CodeableConcept().setText("Fibrillation potentials present"));
        assertEquals(List.of(DENERVATION), outcomes(study));
        study.setValue(null);
        study.addInterpretation(coded("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "N"));
        assertEquals(List.of(NORMAL), outcomes(study));
        assertEquals(List.of(PENDING), outcomes(study.setStatus(ObservationStatus.REGISTERED)));
    }

    @Test
    void oneMeasurementOfANerveIsNoReport() {
        Observation velocity = observation(new CodeableConcept().setText("Median nerve conduction velocity"));
        velocity.setValue(new Quantity().setValue(52).setUnit("m/s"));
        assertEquals(List.of(), outcomes(velocity));
    }

    @Test
    void aRequestForAStudyIsNoStudy() {
        ServiceRequest request = new ServiceRequest();
        request.setSubject(new Reference(Given.SUBJECT));
        request.setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE);
        request.setCode(coded("http://loinc.org", "18749-2"));
        assertEquals(List.of(), outcomes(request));
    }

    private static List<Outcome> outcomes(Resource... chart) {
        return read(chart).tests().electrodiagnoses().stream()
                .map(Electrodiagnosis::outcome)
                .toList();
    }

    private static DiagnosticReport report(String conclusion) {
        DiagnosticReport report = new DiagnosticReport();
        report.setId("DiagnosticReport/d1");
        report.setSubject(new Reference(Given.SUBJECT));
        report.setStatus(DiagnosticReportStatus.FINAL);
        report.setCode(coded("http://loinc.org", "18749-2"));
        report.setEffective(new DateTimeType("2026-11-10"));
        return report.setConclusion(conclusion);
    }

    private static Procedure procedure() {
        Procedure procedure = new Procedure();
        procedure.setId("Procedure/e1");
        procedure.setSubject(new Reference(Given.SUBJECT));
        procedure.setStatus(ProcedureStatus.COMPLETED);
        procedure.setCode(snomed("42803009"));
        procedure.setPerformed(new DateTimeType("2026-11-10"));
        return procedure;
    }
}
