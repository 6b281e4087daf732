package org.fascicle.testing;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.Flag;
import org.fascicle.clinical.lab.Interval;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.clinical.lab.UnreadAlert;
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

    /** Flagged critical: by turns a number without a unit, in a unit that is not known, impossible, or none at all. */
    Resource write(UnreadAlert alert) {
        Observation observation = new Observation();
        observation.setId(alert.reference());
        observation.setStatus(ObservationStatus.FINAL);
        observation.setCode(
                concept(Systems.LOINC, AnalyteCodes.of(alert.analyte()).get(0)));
        observation.setSubject(new Reference(subject));
        alert.taken().map(ResultToFhir::taken).map(DateTimeType::new).ifPresent(observation::setEffective);
        alert.latest()
                .map(last -> Date.from(last.toInstant()))
                .ifPresent(last -> observation.getMeta().setLastUpdated(last));
        observation.addInterpretation(concept(Systems.INTERPRETATION, "AA"));
        Quantity quantity = new Quantity().setValue(BigDecimal.valueOf(3.1));
        switch (alert.analyte().ordinal() % 4) {
            case 0 -> observation.setValue(quantity);
            case 1 -> observation.setValue(quantity.setUnit("drops").setCode("drops"));
            case 2 -> observation.setValue(quantity("-3.1", alert.analyte().unit()));
            default -> observation.setDataAbsentReason(new CodeableConcept().setText("error"));
        }
        return observation;
    }

    private Observation observation(LabResult result) {
        Observation observation = new Observation();
        observation.setId(result.reference());
        observation.setStatus(result.report().isFinal() ? ObservationStatus.FINAL : ObservationStatus.PRELIMINARY);
        observation.setCode(concept(Systems.LOINC, loinc(result)));
        observation.setSubject(new Reference(subject));
        observation.setEffective(new DateTimeType(taken(result.taken())));
        observation.setValue(quantity(result.value(), result));
        Optional.ofNullable(FLAGS.get(result.report().flag()))
                .map(code -> concept(Systems.INTERPRETATION, code))
                .ifPresent(observation::addInterpretation);
        result.report().interval().map(interval -> range(interval, result)).ifPresent(observation::addReferenceRange);
        return observation;
    }

    /** Midnight is a day without a time. */
    private static String taken(OffsetDateTime taken) {
        String moment = taken.toInstant().toString();
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
        return quantity(BigDecimal.valueOf(value).toString(), result.analyte().unit());
    }

    private static Quantity quantity(String number, String unit) {
        return new Quantity()
                .setValue(new BigDecimal(number))
                .setUnit(unit)
                .setSystem(Systems.UCUM)
                .setCode(unit);
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept().addCoding(new Coding().setSystem(system).setCode(code));
    }
}
