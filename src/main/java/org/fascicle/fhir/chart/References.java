package org.fascicle.fhir.chart;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References as text: with and without version, relative and absolute. */
final class References {
    private static final Pattern VERSION = Pattern.compile("/_history(?:/[^/]*)?$");
    private static final Pattern TAIL = Pattern.compile("([A-Za-z]+/[A-Za-z0-9\\-.]{1,64})$");

    private References() {}

    static String withoutVersion(String reference) {
        return reference.contains("/_history") ? VERSION.matcher(reference).replaceFirst("") : reference;
    }

    static boolean isAbsolute(String reference) {
        return reference.contains("://") || reference.startsWith("urn:");
    }

    /** {@code Patient/1} of {@code https://ehr.example/fhir/Patient/1}. */
    static Optional<String> relativePart(String reference) {
        Matcher tail = TAIL.matcher(reference);
        return tail.find() ? Optional.of(tail.group(1)) : Optional.empty();
    }
}
