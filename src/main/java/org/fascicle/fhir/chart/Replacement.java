package org.fascicle.fhir.chart;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.PatientLinkComponent;

/**
 * The record a patient's record was merged into. One that has a {@code replaced-by} link "must no longer be used" (<a
 * href="https://hl7.org/fhir/R4/valueset-link-type.html">LinkType</a>): what it held stands elsewhere now, so that its
 * silence means nothing.
 */
public final class Replacement {
    private static final Pattern NAMED =
            Pattern.compile("(?:https?://[\\w.~:/%-]{1,500}/)?Patient/[A-Za-z0-9\\-.]{1,64}");

    private Replacement() {}

    /** In words that name it where it can be named; empty for a record in use. */
    public static Optional<String> find(Patient patient) {
        String itself = "`Patient/" + patient.getIdElement().getIdPart() + "`";
        return linked(patient, "replaced-by")
                .map(Replacement::words)
                .filter(other -> !other.equals(itself))
                .findFirst();
    }

    /** The records that were merged into this one, by name: something may still stand there. */
    static Stream<String> former(Patient patient) {
        return linked(patient, "replaces").flatMap(link -> named(link).stream());
    }

    /** The code in whatever case: to go on with such a record is worse than to refuse another. */
    private static Stream<PatientLinkComponent> linked(Patient patient, String type) {
        return patient.getLink().stream()
                .filter(link -> link.getTypeElement().hasValue())
                .filter(link -> link.getTypeElement().getValueAsString().strip().equalsIgnoreCase(type));
    }

    private static String words(PatientLinkComponent link) {
        return named(link).map(name -> "`" + name + "`").orElse("another, which it does not name");
    }

    private static Optional<String> named(PatientLinkComponent link) {
        return Optional.ofNullable(link.getOther().getReference())
                .map(References::withoutVersion)
                .filter(name -> NAMED.matcher(name).matches());
    }
}
