package org.fascicle.fhir.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.Analyte;
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
            PanelFlag flag = new PanelFlag(report, chart);
            if (flag.isUnexplained()) {
                gathered.unread(report.from(), PanelFlag.WHY, flag.alerts());
            }
        }
    }

    private void read(Measurement measurement, Optional<String> specimen, LabReport report) {
        LabIdentity identity = LabIdentity.of(measurement.code(), specimen);
        if (identity instanceof LabIdentity.Known known) {
            gather(new ResultFromFhir(known.name(), measurement, report));
        } else if (identity instanceof LabIdentity.Similar similar && isTelling(measurement)) {
            String analyte = similar.analyte().words();
            String why = "it looks like a result for " + analyte + ", but its code is not known";
            unread(measurement.unusable(why), measurement, report, Stream.of(similar.analyte()));
        } else if (identity instanceof LabIdentity.Contradictory several) {
            String why = "its codes or names are of more than one analyte";
            unread(
                    measurement.unusable(why),
                    measurement,
                    report,
                    several.analytes().stream().sorted());
        }
    }

    private static boolean isTelling(Measurement measurement) {
        return measurement.isNumeric() || measurement.flag() == Flag.CRITICAL;
    }

    private void gather(ResultFromFhir result) {
        Outcome outcome = result.read();
        if (outcome instanceof Usable usable) {
            gathered.add(usable.result());
        } else if (outcome instanceof Unusable unusable) {
            Analyte analyte = result.name().analyte();
            unread(unusable.why(), result.measurement(), result.report(), Stream.of(analyte));
        }
    }

    /** What is not about the patient alerts nobody. */
    private void unread(String why, Measurement measurement, LabReport report, Stream<Analyte> analytes) {
        boolean isAlert = measurement.flag() == Flag.CRITICAL && !report.isAboutSomethingElse();
        gathered.unread(
                report.from(),
                why,
                isAlert ? analytes.map(new AlertFromFhir(report)::read).toList() : List.of());
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
