package org.fascicle.assessing;

import org.fascicle.clinical.Patient;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.chart.ChartResources;
import org.fascicle.fhir.chart.PatientFromFhir;
import org.fascicle.fhir.chart.Replacement;

/** The patient of a chart, unless that record was merged into another: its facts stand there, and it is not judged here. */
final class InUse {
    private InUse() {}

    /** Unknown where the chart does not hold the patient. Fault: replaced. */
    static Patient patient(ChartResources chart, String subject) {
        return chart.findPatient(subject)
                .map(record -> {
                    Replacement.find(record).ifPresent(other -> refuse(subject, other));
                    return PatientFromFhir.read(record);
                })
                .orElse(Patient.UNKNOWN);
    }

    private static void refuse(String subject, String other) {
        throw new Fault(
                Kind.REPLACED,
                "`" + subject + "` was merged into " + other
                        + " (`Patient.link`) and must no longer be used: open that record instead");
    }
}
