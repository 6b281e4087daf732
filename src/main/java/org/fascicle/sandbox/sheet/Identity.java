package org.fascicle.sandbox.sheet;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;

/**
 * Who a patient is, as far as a chart's first line says.
 *
 * @param name as the chart has it; may hold anything
 * @param sex as the chart has it, empty when it says nothing
 * @param number the first identifier, empty when there is none
 */
public record Identity(
        String id, String name, Optional<LocalDate> born, Optional<Integer> age, String sex, String number) {

    public static Identity of(Patient patient, LocalDate today) {
        DateType birth = patient.getBirthDateElement();
        Optional<LocalDate> born = Day.of(birth);
        return new Identity(
                patient.getIdElement().getIdPart(),
                name(patient),
                born,
                born.filter(day -> !day.isAfter(today))
                        .map(day -> Period.between(day, today).getYears()),
                patient.hasGender() ? patient.getGender().toCode() : "",
                Text.or(patient.getIdentifierFirstRep().getValue()));
    }

    private static String name(Patient patient) {
        String name = patient.getNameFirstRep().getNameAsSingleString();
        return name == null || name.isBlank() ? "(no name)" : name;
    }

    /** Age and sex in short: {@code 58, male}. */
    public String brief() {
        String years = age.map(String::valueOf).orElse("age unknown");
        return sex.isEmpty() ? years : years + ", " + sex;
    }

    @Override
    public String toString() {
        return "Identity[]";
    }
}
