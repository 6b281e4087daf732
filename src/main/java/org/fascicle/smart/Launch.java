package org.fascicle.smart;

import java.util.Optional;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Features;
import org.fascicle.smart.exchange.LaunchContext;
import org.fascicle.smart.exchange.Style;
import org.fascicle.smart.exchange.User;

/**
 * One launch of one patient's chart in one browser. It holds no token: ask {@link Launches} for one.
 *
 * @param key where it stands in the state
 * @param user the clinician; empty when the EHR did not say
 * @param features what the granted scopes allow
 */
public record Launch(
        LaunchKey key, Ehr ehr, LaunchContext context, Optional<User> user, Features features, Style style) {

    /** The FHIR base that this launch's token is for. */
    public String fhirBase() {
        return ehr.issuer();
    }

    /** {@code Patient/…}, relative to the FHIR base. */
    public String subject() {
        return "Patient/" + context.patient();
    }

    /** Whether that reference, relative or absolute on this EHR, versioned or not, is the patient of this launch. */
    public boolean isAbout(String reference) {
        String relative = reference.startsWith(ehr.below("").toString())
                ? reference.substring(ehr.below("").toString().length())
                : reference;
        return relative.replaceFirst("/_history/[A-Za-z0-9\\-.]{1,64}$", "").equals(subject());
    }

    /** Where its pages are: {@code /app/{handle}/}. */
    public String path() {
        return "/app/" + key.handle() + '/';
    }

    @Override
    public String toString() {
        return "Launch[" + ehr.name() + "]";
    }
}
