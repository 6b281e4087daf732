package org.fascicle.fhir.chart;

import java.util.Optional;
import org.fascicle.clinical.lab.Flag;
import org.fascicle.fhir.chart.ResultFromFhir.Outcome;
import org.fascicle.fhir.chart.ResultFromFhir.Unusable;
import org.fascicle.fhir.chart.ResultFromFhir.Usable;
import org.hl7.fhir.r4.model.Specimen;

/** Reads the laboratory results of an Observation and says of each it cannot use why not. */
record ResultsFromFhir(ChartResources chart, Gathered gathered) {

    void read(LabReport report) {
        if (!report.isVoid()) {
            Optional<String> specimen = specimen(report);
            report.measurements().forEach(measurement -> read(measurement, specimen, report));
        }
    }

    private void read(Measurement measurement, Optional<String> specimen, LabReport report) {
        LabIdentity identity = LabIdentity.of(measurement.code(), specimen);
        if (identity instanceof LabIdentity.Known known) {
            gather(new ResultFromFhir(known.name(), measurement, report).read(), report);
        } else if (identity instanceof LabIdentity.Similar similar && isTelling(measurement)) {
            String analyte = similar.analyte().words();
            String why = "it looks like a result for " + analyte + ", but its code is not known";
            gathered.unread(report.from(), measurement.unusable(why));
        } else if (identity instanceof LabIdentity.Contradictory) {
            String why = "its codes or names are of more than one analyte";
            gathered.unread(report.from(), measurement.unusable(why));
        }
    }

    private static boolean isTelling(Measurement measurement) {
        return measurement.isNumeric() || measurement.flag() == Flag.CRITICAL;
    }

    private void gather(Outcome outcome, LabReport report) {
        if (outcome instanceof Usable usable) {
            gathered.add(usable.result());
        } else if (outcome instanceof Unusable unusable) {
            gathered.unread(report.from(), unusable.why());
        }
    }

    private Optional<String> specimen(LabReport report) {
        var reference = report.observation().getSpecimen();
        return Optional.ofNullable(reference.getDisplay())
                .or(() -> chart.find(reference, report.from())
                        .filter(Specimen.class::isInstance)
                        .flatMap(found ->
                                Concept.of(((Specimen) found).getType()).name()));
    }
}
