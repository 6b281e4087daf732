package org.fascicle.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.BloodPressure;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.Electrodiagnosis;
import org.fascicle.clinical.chart.Medicine;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.chart.PlacedOrder;
import org.fascicle.fhir.term.ActivityCodes;
import org.fascicle.fhir.term.ChartFactCodes;
import org.fascicle.fhir.term.DrugCodes;
import org.fascicle.fhir.term.OrderCode;
import org.fascicle.fhir.term.ProblemCodes;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * Writes chart facts as the resources a tidy EHR would hold: every fact by a code of a published system where a verified one
 * exists, by our own code, and by name. Reading them gives the same facts.
 */
public record ChartToFhir(String subject) {
    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";

    public List<Resource> write(ChartFacts facts) {
        List<Resource> chart = new ArrayList<>();
        facts.diagnoses().forEach(diagnosis -> chart.add(condition(diagnosis)));
        facts.medicines().forEach(medicine -> chart.add(prescription(medicine)));
        facts.results().forEach(result -> chart.addAll(new ResultToFhir(subject).write(result)));
        facts.alerts().forEach(alert -> chart.add(new ResultToFhir(subject).write(alert)));
        facts.tests().electrodiagnoses().forEach(study -> chart.add(report(study)));
        facts.tests().bloodPressure().map(this::pressure).ifPresent(chart::add);
        facts.orders().forEach(order -> chart.add(request(order)));
        return chart;
    }

    private Condition condition(Diagnosis diagnosis) {
        Condition condition = new Condition();
        condition.setId(diagnosis.entry().reference());
        condition.setClinicalStatus(concept(CLINICAL, "active"));
        condition.setVerificationStatus(concept(VERIFICATION, "confirmed"));
        condition.setCode(named(diagnosis.problem(), Systems.SNOMED, ProblemCodes.of(diagnosis.problem())));
        condition.getCode().setText(diagnosis.problem().words());
        condition.setSubject(new Reference(subject));
        diagnosis.entry().date().map(ChartToFhir::day).ifPresent(condition::setOnset);
        return condition;
    }

    private MedicationRequest prescription(Medicine medicine) {
        MedicationRequest request = new MedicationRequest();
        request.setId(medicine.entry().reference());
        request.setStatus(medicine.isActive() ? MedicationRequestStatus.ACTIVE : MedicationRequestStatus.STOPPED);
        request.setIntent(MedicationRequestIntent.ORDER);
        CodeableConcept product = new CodeableConcept().setText(medicine.name());
        medicine.classes().stream().sorted().forEach(drug -> {
            product.getCoding()
                    .addAll(named(drug, Systems.RXNORM, DrugCodes.rxNormOf(drug))
                            .getCoding());
            DrugCodes.atcOf(drug).stream()
                    .findFirst()
                    .ifPresent(code -> product.addCoding(
                            new Coding().setSystem(Systems.ATC).setCode(code)));
        });
        request.setMedication(product);
        request.setSubject(new Reference(subject));
        medicine.entry().date().map(ChartToFhir::day).ifPresent(request::setAuthoredOnElement);
        return request;
    }

    private DiagnosticReport report(Electrodiagnosis study) {
        DiagnosticReport report = new DiagnosticReport();
        report.setId(study.entry().reference());
        boolean isAwaited = study.outcome() == Electrodiagnosis.Outcome.PENDING;
        report.setStatus(isAwaited ? DiagnosticReportStatus.REGISTERED : DiagnosticReportStatus.FINAL);
        report.setCode(ordered(Activity.EMG));
        report.setSubject(new Reference(subject));
        study.entry().date().map(ChartToFhir::day).ifPresent(report::setEffective);
        shown(study.outcome()).ifPresent(shown -> {
            report.addConclusionCode(named(shown, Systems.SNOMED, List.of()));
            report.setConclusion(words(shown));
        });
        return report;
    }

    private static Optional<Past> shown(Electrodiagnosis.Outcome outcome) {
        return switch (outcome) {
            case NORMAL -> Optional.of(Past.EMG_NORMAL);
            case ABNORMAL -> Optional.of(Past.EMG_ABNORMAL);
            case DENERVATION -> Optional.of(Past.EMG_DENERVATION);
            case PENDING, UNREAD -> Optional.empty();
        };
    }

    private static String words(Past shown) {
        return switch (shown) {
            case EMG_NORMAL -> "Normal study.";
            case EMG_DENERVATION -> "Active denervation in two regions.";
            default -> "Abnormal study.";
        };
    }

    private Resource pressure(BloodPressure pressure) {
        return new PressureToFhir(subject).write(pressure);
    }

    private ServiceRequest request(PlacedOrder order) {
        ServiceRequest request = new ServiceRequest();
        request.setId(order.entry().reference());
        request.setStatus(ServiceRequestStatus.ACTIVE);
        request.setIntent(ServiceRequestIntent.ORDER);
        request.setCode(ordered(order.activities().iterator().next()));
        request.setSubject(new Reference(subject));
        order.entry().date().map(ChartToFhir::day).ifPresent(request::setAuthoredOnElement);
        return request;
    }

    private static CodeableConcept ordered(Activity activity) {
        CodeableConcept concept = new CodeableConcept().setText(activity.words());
        for (OrderCode code : ActivityCodes.of(activity)) {
            concept.addCoding(new Coding(code.system(), code.code(), code.display()));
        }
        if (!concept.hasCoding()) {
            concept.addCoding(
                    new Coding().setSystem(ActivityCodes.OWN_SYSTEM).setCode(ActivityCodes.ownCode(activity)));
        }
        return concept;
    }

    /** A fact by its first published code and by our own. */
    private static CodeableConcept named(ChartFact fact, String system, List<String> codes) {
        CodeableConcept concept = new CodeableConcept();
        Stream.concat(
                        codes.stream()
                                .limit(1)
                                .map(code -> new Coding().setSystem(system).setCode(code)),
                        Stream.of(new Coding().setSystem(ChartFactCodes.SYSTEM).setCode(ChartFactCodes.of(fact))))
                .forEach(concept::addCoding);
        return concept;
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept().addCoding(new Coding().setSystem(system).setCode(code));
    }

    private static DateTimeType day(LocalDate day) {
        return new DateTimeType(day.toString());
    }
}
