package org.fascicle.api.body;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two forms in which resources travel here. */
public enum Format {
    JSON("application/fhir+json"),
    XML("application/fhir+xml");

    private static final Pattern VERSION = Pattern.compile(";\\s*fhirversion=\"?([0-9.]+)");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Whether a media type says no other version of FHIR than R4.
     *
     * @see <a href="https://hl7.org/fhir/R4/http.html#version-parameter">fhirVersion</a>
     */
    public static boolean isOfOurVersion(String mediaType) {
        Matcher said = VERSION.matcher(mediaType.toLowerCase(Locale.ROOT));
        return !said.find() || said.group(1).matches("4\\.0(\\.[0-9]+)?");
    }

    /** The format a media type or {@code _format} value names; FHIR 1.0's {@code application/json+fhir} included. */
    public static Optional<Format> find(String name) {
        String plain = name.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).replace(' ', '+');
        return switch (plain) {
            case "json", "application/json", "text/json", "application/fhir+json", "application/json+fhir" ->
                Optional.of(JSON);
            case "xml", "application/xml", "text/xml", "application/fhir+xml", "application/xml+fhir" ->
                Optional.of(XML);
            default -> Optional.empty();
        };
    }
}
