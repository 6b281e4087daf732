package org.fascicle.fhir.chart;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;

/**
 * An Observation of the patient, and what it says beside its values.
 *
 * @param measurements its own value first, then those of its components
 * @param dateOfReport when the report that holds it was made, for an Observation without a date of its own
 */
record LabReport(
        Charted from,
        Observation observation,
        List<Measurement> measurements,
        Optional<OffsetDateTime> dateOfReport,
        ChartResources chart,
        ChartScope scope) {

    /** A result this much later than the response is a slip in the date. */
    private static final int LATEST_DAYS = 366;

    static LabReport of(
            Charted from,
            Observation observation,
            Optional<OffsetDateTime> dateOfReport,
            ChartResources chart,
            ChartScope scope) {
        List<Measurement> measurements = Measurement.of(observation).toList();
        return new LabReport(from, observation, measurements, dateOfReport, chart, scope);
    }

    /** One of its members, of its date where it has none of its own. */
    LabReport holding(Observation member) {
        return of(from, member, taken(), chart, scope);
    }

    /** What was observed, in one concept. */
    Concept code() {
        return measurements.get(0).code();
    }

    String reference() {
        return from.reference();
    }

    /** The earliest moment the sample can have been taken; when it was issued, where nothing else is said. */
    Optional<OffsetDateTime> taken() {
        return Moments.earliest(observation.getEffective())
                .or(() -> Moments.earliest(observation.getIssuedElement()))
                .or(() -> dateOfReport);
    }

    boolean isTooLate(OffsetDateTime taken) {
        return taken.toLocalDate().isAfter(scope.day().plusDays(LATEST_DAYS));
    }

    /** Withdrawn, or never made. */
    boolean isVoid() {
        return WrittenStatus.of(observation).isVoid();
    }

    /** Final, amended or corrected. Anything else, an unknown status too, never reassures (C.8.18). */
    boolean isFinal() {
        return status() == ObservationStatus.FINAL
                || status() == ObservationStatus.AMENDED
                || status() == ObservationStatus.CORRECTED;
    }

    /** Holds other results. */
    boolean isHeading() {
        return observation.hasHasMember() || observation.hasComponent();
    }

    /** Its focus is not the patient: a fetus, a donor, a device. */
    boolean isAboutSomethingElse() {
        if (observation.getFocus().isEmpty()) {
            return false;
        }
        Owner owner = Owner.of(scope.subject(), chart);
        return observation.getFocus().stream().noneMatch(focus -> owner.isMeantBy(focus, from));
    }

    boolean isHaemolysed() {
        return new Haemolysis(chart).isSaidOf(observation, from);
    }

    private ObservationStatus status() {
        return observation.getStatus();
    }

    @Override
    public String toString() {
        return reference();
    }
}
