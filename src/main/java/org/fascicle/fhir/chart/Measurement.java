package org.fascicle.fhir.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.Flag;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * One value of an Observation: its own, or that of a component.
 *
 * @param isOwn not that of a component
 * @param isSaidAbsent the laboratory gives a reason why there is no value
 */
record Measurement(
        boolean isOwn,
        Concept code,
        Optional<Type> value,
        boolean isSaidAbsent,
        List<CodeableConcept> interpretations,
        List<ObservationReferenceRangeComponent> ranges) {

    /** Its own value and those of its components. */
    static Stream<Measurement> of(Observation observation) {
        return Stream.concat(
                Stream.of(new Measurement(
                        true,
                        Concept.of(observation.getCode()),
                        value(observation.getValue()),
                        observation.hasDataAbsentReason(),
                        observation.getInterpretation(),
                        observation.getReferenceRange())),
                observation.getComponent().stream().map(Measurement::of));
    }

    private static Measurement of(ObservationComponentComponent component) {
        return new Measurement(
                false,
                Concept.of(component.getCode()),
                value(component.getValue()),
                component.hasDataAbsentReason(),
                component.getInterpretation(),
                component.getReferenceRange());
    }

    /** A value of nothing but extensions is none. */
    private static Optional<Type> value(Type value) {
        return Optional.ofNullable(value).filter(given -> !given.isEmpty());
    }

    boolean isNumeric() {
        return value.filter(given -> given instanceof Quantity || given instanceof StringType)
                .flatMap(AmountFromFhir::read)
                .isPresent();
    }

    /** The worse of the interpretation and of what stands after the value. */
    Flag flag() {
        Flag coded = FlagFromFhir.read(interpretations);
        return value.flatMap(AmountFromFhir::flag)
                .map(FlagFromFhir::read)
                .filter(written -> written.compareTo(coded) > 0)
                .orElse(coded);
    }

    /** Why it cannot be used, and the flag that must not be lost with it. */
    String unusable(String why) {
        return flag() == Flag.CRITICAL ? why + ", although the laboratory flagged it critical" : why;
    }

    @Override
    public String toString() {
        return "Measurement";
    }
}
