package org.fascicle.sandbox.sheet;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Search;
import org.fascicle.fault.Fault;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;

/**
 * One assessment with everything the chart says of it.
 *
 * @param narrative its own text as safe HTML; empty when it has none
 * @param basis what it was made from
 * @param traces who did what with it and its proposals, newest first
 */
public record Detail(Assessed assessed, String narrative, List<Line> basis, List<String> notes, List<Trace> traces) {
    private static final int MOST = 200;

    public Detail {
        basis = List.copyOf(basis);
        notes = List.copyOf(notes);
        traces = List.copyOf(traces);
    }

    /** Empty when this patient has no such assessment. */
    public static Optional<Detail> find(Chart chart, Sheet sheet, String id, ZoneId zone) {
        return sheet.assessments().stream()
                .filter(one -> one.stamp().id().equals(id))
                .findFirst()
                .map(one -> of(chart, one, zone));
    }

    private static Detail of(Chart chart, Assessed assessed, ZoneId zone) {
        RiskAssessment assessment =
                chart.read(new Key("RiskAssessment", assessed.stamp().id())).as(RiskAssessment.class);
        return new Detail(
                assessed,
                PlainNarrative.of(assessment),
                assessment.getBasis().stream()
                        .limit(MOST)
                        .map(one -> basis(chart, one))
                        .toList(),
                assessment.getNote().stream().map(Annotation::getText).toList(),
                traces(chart, assessed, zone));
    }

    private static List<Trace> traces(Chart chart, Assessed assessed, ZoneId zone) {
        String[] targets = Stream.concat(
                        Stream.of("RiskAssessment/" + assessed.stamp().id()),
                        assessed.proposals().stream().map(Proposed::key))
                .toArray(String[]::new);
        Search search = Search.of("Provenance").where("target", targets).sorted("-recorded");
        return chart.searchAll(search).stream()
                .map(stored -> Trace.of(stored.as(Provenance.class), zone))
                .toList();
    }

    /** What the reference leads to in this chart; else how the reference itself is called. */
    private static Line basis(Chart chart, Reference reference) {
        String called = reference.hasDisplay() ? reference.getDisplay() : Text.or(reference.getReference());
        return Key.fromReference(Text.or(reference.getReference()))
                .flatMap(key -> found(chart, key))
                .orElse(new Line(called.replaceFirst("/_history/", ", version "), "", Optional.empty()));
    }

    private static Optional<Line> found(Chart chart, Key key) {
        try {
            Resource resource = chart.read(key).resource();
            if (resource instanceof Observation observation) {
                return Measured.of(observation)
                        .map(one -> new Line(Text.of(observation.getCode()), one.text(), Optional.of(one.day())));
            }
            return named(resource).map(what -> new Line(what, "", Optional.empty()));
        } catch (Fault gone) {
            return Optional.empty();
        }
    }

    private static Optional<String> named(Resource resource) {
        if (resource instanceof MedicationRequest medicine && medicine.hasMedicationCodeableConcept()) {
            return Optional.of(Text.of(medicine.getMedicationCodeableConcept()));
        } else if (resource instanceof Condition problem) {
            return Optional.of(Text.of(problem.getCode()));
        }
        return resource instanceof DiagnosticReport report ? Optional.of(Text.of(report.getCode())) : Optional.empty();
    }
}
