package org.fascicle.fhir.chart;

import java.util.Optional;
import java.util.regex.Pattern;
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
        return patient.getLink().stream()
                .filter(Replacement::isReplacement)
                .map(Replacement::words)
                .filter(other ->
                        !other.equals("`Patient/" + patient.getIdElement().getIdPart() + "`"))
                .findFirst();
    }

    /** The code in whatever case: to go on with such a record is worse than to refuse another. */
    private static boolean isReplacement(PatientLinkComponent link) {
        String type = link.getTypeElement().getValueAsString();
        return type != null && type.strip().equalsIgnoreCase("replaced-by");
    }

    private static String words(PatientLinkComponent link) {
        return Optional.ofNullable(link.getOther().getReference())
                .map(References::withoutVersion)
                .filter(name -> NAMED.matcher(name).matches())
                .map(name -> "`" + name + "`")
                .orElse("another, which it does not name");
    }
}
