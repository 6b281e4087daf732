package org.fascicle.api.body;

import java.util.Locale;
import java.util.Optional;

/** The two forms in which resources travel here. */
public enum Format {
    JSON("application/fhir+json"),
    XML("application/fhir+xml");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
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
