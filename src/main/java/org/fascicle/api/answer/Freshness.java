package org.fascicle.api.answer;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.chart.Stored;

/**
 * The headers by which caller and server agree on a version.
 *
 * @see <a href="https://hl7.org/fhir/R4/http.html#cread">conditional read</a>
 */
public final class Freshness {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private Freshness() {}

    /** Says which version an answer holds or a write made. */
    public static void tell(Stored stored, RequestDetails request) {
        request.getResponse().addHeader("ETag", stored.etag());
        request.getResponse()
                .addHeader("Last-Modified", HTTP_DATE.format(stored.updated().atZone(ZoneOffset.UTC)));
    }

    /** Says where the version a write made is. */
    public static void tellPlace(Stored stored, RequestDetails request) {
        request.getResponse().addHeader("Location", request.getFhirServerBase() + "/" + stored.location());
    }

    /** Whether the caller says they hold this version already. */
    static boolean isKnown(Stored stored, RequestDetails request) {
        Optional<String> tags = Optional.ofNullable(request.getHeader("If-None-Match"));
        return tags.isPresent()
                ? Stream.of(tags.get().split(",")).map(String::strip).anyMatch(tag -> matches(tag, stored))
                : Optional.ofNullable(request.getHeader("If-Modified-Since"))
                        .flatMap(Freshness::date)
                        .filter(since -> stored.updated().getEpochSecond() <= since.getEpochSecond())
                        .isPresent();
    }

    private static boolean matches(String tag, Stored stored) {
        return tag.equals("*")
                || tag.equals(stored.etag())
                || tag.equals(stored.etag().substring(2));
    }

    /** A date nobody can read is as none, says HTTP. */
    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, HTTP_DATE).toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
