package org.fascicle.fhir.chart;

import org.fascicle.clinical.Patient;
import org.fascicle.clinical.Patient.Sex;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;

/** Reads what the rules use of a Patient resource: the date of birth, and the sex for reference intervals. */
public final class PatientFromFhir {
    private PatientFromFhir() {}

    /** Administrative gender stands for sex; other than male or female it is unknown, which takes the stricter limits. */
    public static Patient read(org.hl7.fhir.r4.model.Patient resource) {
        return new Patient(Moments.days(resource.getBirthDateElement()), sex(resource.getGender()));
    }

    private static Sex sex(AdministrativeGender gender) {
        if (gender == AdministrativeGender.FEMALE) {
            return Sex.FEMALE;
        }
        return gender == AdministrativeGender.MALE ? Sex.MALE : Sex.UNKNOWN;
    }
}
