package org.fascicle.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.Flag;
import org.fascicle.clinical.lab.Interval;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.fhir.term.AnalyteCodes;
import org.fascicle.fhir.term.LabName;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Specimen;

/** Writes a laboratory result as an Observation, and as a Specimen where the sample was haemolysed. */
record ResultToFhir(String subject) {
    private static final Map<Flag, String> FLAGS = Map.of(Flag.NORMAL, "N", Flag.ABNORMAL, "A", Flag.CRITICAL, "AA");
    private static final String SPECIMEN_CONDITION = "http://terminology.hl7.org/CodeSystem/v2-0493";

    List<Resource> write(LabResult result) {
        Observation observation = observation(result);
        if (!result.report().isHaemolysed()) {
            return List.of(observation);
        }
        Specimen specimen = new Specimen();
        specimen.setId(result.reference().replace("Observation", "Specimen"));
        specimen.setSubject(new Reference(subject));
        specimen.addCondition(concept(SPECIMEN_CONDITION, "HEM"));
        observation.setSpecimen(new Reference(specimen.getId()));
        return List.of(observation, specimen);
    }

    private Observation observation(LabResult result) {
        Observation observation = new Observation();
        observation.setId(result.reference());
        observation.setStatus(result.report().isFinal() ? ObservationStatus.FINAL : ObservationStatus.PRELIMINARY);
        observation.setCode(concept(Systems.LOINC, loinc(result)));
        observation.setSubject(new Reference(subject));
        observation.setEffective(new DateTimeType(taken(result)));
        observation.setValue(quantity(result.value(), result));
        Optional.ofNullable(FLAGS.get(result.report().flag()))
                .map(code -> concept(Systems.INTERPRETATION, code))
                .ifPresent(observation::addInterpretation);
        result.report().interval().map(interval -> range(interval, result)).ifPresent(observation::addReferenceRange);
        return observation;
    }

    /** Midnight is a day without a time. */
    private static String taken(LabResult result) {
        String moment = result.taken().toInstant().toString();
        return moment.endsWith("T00:00:00Z") ? moment.substring(0, 10) : moment;
    }

    /** The code that says whether the laboratory corrected a calcium itself. */
    private static String loinc(LabResult result) {
        return AnalyteCodes.of(result.analyte()).stream()
                .filter(code -> LabName.findByCode(code).orElseThrow().isAdjusted()
                        == result.report().isAdjusted())
                .findFirst()
                .orElseThrow();
    }

    private static ObservationReferenceRangeComponent range(Interval interval, LabResult result) {
        ObservationReferenceRangeComponent range = new ObservationReferenceRangeComponent();
        Stream.of(interval.low()).filter(Double::isFinite).forEach(low -> range.setLow(quantity(low, result)));
        Stream.of(interval.high()).filter(Double::isFinite).forEach(high -> range.setHigh(quantity(high, result)));
        return range;
    }

    private static Quantity quantity(double value, LabResult result) {
        String unit = result.analyte().unit();
        return new Quantity()
                .setValue(BigDecimal.valueOf(value))
                .setUnit(unit)
                .setSystem(Systems.UCUM)
                .setCode(unit);
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept().addCoding(new Coding().setSystem(system).setCode(code));
    }
}
