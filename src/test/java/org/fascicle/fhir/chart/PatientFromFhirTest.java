package org.fascicle.fhir.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.fascicle.clinical.Patient.Sex;
import org.fascicle.clinical.finding.Days;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientFromFhirTest {

    @ParameterizedTest
    @CsvSource({
        "1980-05-06,1980-05-06,1980-05-06",
        "1980-05,1980-05-01,1980-05-31",
        "1980,1980-01-01,1980-12-31",
        "2024-02,2024-02-01,2024-02-29"
    })
    void aBirthDateIsEveryDayItCanBe(String written, LocalDate first, LocalDate last) {
        Patient patient = new Patient().setBirthDateElement(new DateType(written));
        assertEquals(
                Optional.of(new Days(first, last)),
                PatientFromFhir.read(patient).born());
    }

    @Test
    void withoutABirthDateTheAgeIsUnknown() {
        assertEquals(Optional.empty(), PatientFromFhir.read(new Patient()).born());
    }

    @ParameterizedTest
    @CsvSource({"MALE,MALE", "FEMALE,FEMALE", "OTHER,UNKNOWN", "UNKNOWN,UNKNOWN"})
    void onlyMaleAndFemaleAreASex(AdministrativeGender gender, Sex sex) {
        assertEquals(sex, PatientFromFhir.read(new Patient().setGender(gender)).sex());
        assertEquals(Sex.UNKNOWN, PatientFromFhir.read(new Patient()).sex());
    }
}
