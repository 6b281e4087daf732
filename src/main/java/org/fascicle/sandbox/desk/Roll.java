package org.fascicle.sandbox.desk;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.sandbox.authority.Person;
import org.fascicle.sandbox.ward.Ward;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;

/** Who is here: the clinicians, the ward's patients in the order of their stories, and a few whom others brought in. */
public record Roll(Chart chart) {
    private static final List<String> CLINICIANS = List.of("imke", "samuel", "leila");
    private static final int OTHERS = 25;

    /** @param role in a few words, may be empty */
    public record Clinician(Person person, String role) {

        static Clinician of(Practitioner one) {
            String role = one.getQualificationFirstRep().getCode().getText();
            return new Clinician(
                    new Person(
                            one.getIdElement().getIdPart(),
                            one.getNameFirstRep().getNameAsSingleString()),
                    role == null ? "" : role);
        }
    }

    List<Clinician> clinicians() {
        return found(Search.of("Practitioner").where("_id", CLINICIANS.toArray(String[]::new)))
                .sorted(Comparator.comparingInt(
                        stored -> CLINICIANS.indexOf(stored.key().id())))
                .map(stored -> Clinician.of(stored.as(Practitioner.class)))
                .toList();
    }

    List<Patient> patients() {
        Stream<Stored> ward = found(Search.of("Patient").where("_id", Ward.PATIENTS.toArray(String[]::new)))
                .sorted(Comparator.comparingInt(
                        stored -> Ward.PATIENTS.indexOf(stored.key().id())));
        Stream<Stored> others = found(
                        Search.of("Patient").sorted("-_lastUpdated").count(OTHERS))
                .filter(stored -> !Ward.PATIENTS.contains(stored.key().id()));
        return Stream.concat(ward, others)
                .map(stored -> stored.as(Patient.class))
                .toList();
    }

    /** One page of them: a chart may hold a million patients. */
    private Stream<Stored> found(Search search) {
        return chart.search(search).matches().stream();
    }

    static String name(Patient patient) {
        String name = patient.getNameFirstRep().getNameAsSingleString();
        return name == null || name.isBlank() ? "(no name)" : name;
    }
}
