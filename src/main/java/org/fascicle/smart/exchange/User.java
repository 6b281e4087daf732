package org.fascicle.smart.exchange;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The clinician, as the EHR's signed identity token names them.
 *
 * @param reference relative to the EHR's FHIR base ({@code Practitioner/7}), or absolute on another server; never
 *     followed
 * @param name for people; empty when the EHR gives none
 */
public record User(String reference, Optional<String> name) {
    private static final Pattern RELATIVE =
            Pattern.compile("(Patient|Practitioner|PractitionerRole|RelatedPerson|Person)/[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern ABSOLUTE = Pattern.compile("https?://[^\\s<>\"]{1,500}/" + RELATIVE.pattern());
    private static final int LONGEST_NAME = 200;

    /** Empty when the reference is not one of the kinds SMART knows. */
    static Optional<User> find(String fhirUser, Optional<String> name, String fhirBase) {
        String base = fhirBase.endsWith("/") ? fhirBase : fhirBase + '/';
        String reference = fhirUser.startsWith(base) ? fhirUser.substring(base.length()) : fhirUser;
        boolean known = RELATIVE.matcher(reference).matches()
                || ABSOLUTE.matcher(reference).matches();
        return known ? Optional.of(new User(reference, name.map(User::cut))) : Optional.empty();
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    public boolean isPractitioner() {
        return reference.contains("Practitioner/") || reference.contains("PractitionerRole/");
    }

    @Override
    public String toString() {
        return "User[]";
    }
}
