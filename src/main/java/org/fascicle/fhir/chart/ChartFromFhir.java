package org.fascicle.fhir.chart;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.ChartFacts;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Reads a patient's FHIR chart into the facts the rules use.
 *
 * <p>Only what is the patient's is read. What looks as if it mattered and cannot be used is named in {@link
 * ChartFacts#unread()}; what was withdrawn (entered in error, cancelled) is passed over. No chart makes this throw. A fact
 * from a resource with neither id nor address has an empty reference.
 */
public final class ChartFromFhir {
    private static final String FORMER =
            "this record was merged into the one that was read; what may still stand there was not read";

    private final Gathered gathered = new Gathered();
    private final ChartResources chart;
    private final ChartScope scope;
    private final OwnResources own;
    private final ResultsFromFhir results;
    private final BloodPressureFromFhir bloodPressure;
    private final PregnancyFromFhir pregnancy;
    private final ConditionsFromFhir conditions;
    private final ProceduresFromFhir procedures;
    private final MedicinesFromFhir medicines;
    private final StudiesFromFhir studies;
    private final OrdersFromFhir orders;

    private ChartFromFhir(ChartResources chart, ChartScope scope) {
        this.chart = chart;
        this.scope = scope;
        own = new OwnResources(chart, scope);
        results = new ResultsFromFhir(chart, gathered);
        bloodPressure = new BloodPressureFromFhir(gathered);
        pregnancy = new PregnancyFromFhir(scope);
        conditions = new ConditionsFromFhir(scope, gathered);
        procedures = new ProceduresFromFhir(scope, gathered);
        medicines = new MedicinesFromFhir(chart, scope, gathered);
        studies = new StudiesFromFhir(chart, scope, gathered);
        orders = new OrdersFromFhir(scope, gathered);
    }

    public static ChartFacts read(ChartResources chart, ChartScope scope) {
        return new ChartFromFhir(chart, scope).read();
    }

    private ChartFacts read() {
        chart.withheld().forEach(gathered::without);
        chart.findPatient(scope.subject()).stream()
                .flatMap(Replacement::former)
                .forEach(record -> gathered.unread(record, FORMER));
        own.all().forEach(this::read);
        gathered.set(bloodPressure.newest());
        pregnancy.find().ifPresent(gathered::add);
        procedures.finish();
        medicines.finish();
        studies.finish();
        own.foreign().forEach(charted -> gathered.unread(charted, "it is about another patient and was not used"));
        own.unowned().forEach(charted -> gathered.unread(charted, "it does not say which patient it is about"));
        return gathered.facts();
    }

    private void read(Charted charted) {
        Resource resource = charted.resource();
        if (isOddlyVoid(charted, resource)) {
            return;
        }
        if (resource instanceof Observation observation) {
            read(charted, observation, Optional.empty());
        } else if (resource instanceof Condition condition) {
            conditions.read(charted, condition);
        } else if (resource instanceof MedicationRequest request) {
            medicines.read(charted, request);
        } else if (resource instanceof MedicationStatement statement) {
            medicines.read(charted, statement);
        } else {
            readWork(charted);
        }
        contained(charted).forEach(inner -> read(charted, inner, reported(resource)));
    }

    private void readWork(Charted charted) {
        if (charted.resource() instanceof Procedure procedure) {
            procedures.read(charted, procedure);
            studies.read(charted, procedure);
        } else if (charted.resource() instanceof DiagnosticReport report) {
            studies.read(charted, report);
        } else if (charted.resource() instanceof ServiceRequest request) {
            orders.read(charted, request);
        }
    }

    private void read(Charted charted, Observation observation, Optional<OffsetDateTime> dateOfReport) {
        if (isOddlyVoid(charted, observation)) {
            return;
        }
        LabReport report = LabReport.of(charted, observation, dateOfReport, chart, scope);
        results.read(report);
        bloodPressure.read(report);
        pregnancy.read(report);
        studies.read(report);
    }

    /** Whether it was not used for its status, which is then named. */
    private boolean isOddlyVoid(Charted charted, Resource resource) {
        boolean isOdd = WrittenStatus.of(resource).isOddlyVoid();
        if (isOdd) {
            gathered.unread(charted, "its status is no code of FHIR but spells a withdrawal, and it was not used");
        }
        return isOdd;
    }

    /** Observations that live inside a report or another Observation, and are not taken back with it. */
    private Stream<Observation> contained(Charted charted) {
        boolean mayHold = charted.resource() instanceof DiagnosticReport || charted.resource() instanceof Observation;
        return mayHold && !WrittenStatus.of(charted.resource()).isVoid()
                ? ((DomainResource) charted.resource())
                        .getContained().stream()
                                .filter(Observation.class::isInstance)
                                .map(Observation.class::cast)
                                .filter(inner -> own.isOwn(charted.holding(inner)))
                : Stream.empty();
    }

    private static Optional<OffsetDateTime> reported(Resource resource) {
        if (resource instanceof DiagnosticReport report) {
            return Moments.earliest(report.getEffective()).or(() -> Moments.earliest(report.getIssuedElement()));
        }
        return resource instanceof Observation panel
                ? Moments.earliest(panel.getEffective()).or(() -> Moments.earliest(panel.getIssuedElement()))
                : Optional.empty();
    }
}
