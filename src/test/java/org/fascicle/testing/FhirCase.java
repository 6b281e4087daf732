package org.fascicle.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.finding.Days;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/** A case as FHIR: who it is, what was answered, and what the chart holds beside the Patient. */
public record FhirCase(Patient patient, QuestionnaireResponse response, List<Resource> chart) {
    public static final String SUBJECT = "Patient/random";

    public FhirCase {
        chart = List.copyOf(chart);
    }

    /** The same case as the random one: reading it gives the same answers and the same facts. */
    public static FhirCase of(RandomCase random) {
        return new FhirCase(
                patient(random.patient()),
                ResponseToFhir.write(random),
                new ChartToFhir(SUBJECT).write(random.chart()));
    }

    /** The Patient and the chart, as an EHR would hand them over. */
    public Bundle bundle() {
        Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
        Stream.concat(Stream.of(patient), chart.stream())
                .forEach(resource -> bundle.addEntry().setResource(resource));
        return bundle;
    }

    private static Patient patient(org.fascicle.clinical.Patient random) {
        Patient patient = new Patient();
        patient.setId(SUBJECT);
        random.born().map(FhirCase::date).ifPresent(patient::setBirthDateElement);
        gender(random.sex()).ifPresent(patient::setGender);
        return patient;
    }

    private static Optional<AdministrativeGender> gender(org.fascicle.clinical.Patient.Sex sex) {
        return switch (sex) {
            case MALE -> Optional.of(AdministrativeGender.MALE);
            case FEMALE -> Optional.of(AdministrativeGender.FEMALE);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** To the year or month where that is all that is known. */
    static DateType date(Days days) {
        LocalDate day = days.first();
        if (day.equals(days.last())) {
            return new DateType(day.toString());
        }
        return new DateType(
                day.toString().substring(0, day.getMonth() == days.last().getMonth() ? 7 : 4));
    }
}
