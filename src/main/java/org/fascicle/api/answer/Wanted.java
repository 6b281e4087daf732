package org.fascicle.api.answer;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.api.body.Format;
import org.fascicle.http.HttpRefusal;

/**
 * The format a caller wants the answer in: {@code _format} before {@code Accept} before the format they wrote in, and JSON
 * for whoever does not mind. A browser does not mind.
 */
public final class Wanted {
    private static final String FORMAT = "_format";
    private static final String NAMED = "org.fascicle.format";
    private static final String BOTH = "; `application/fhir+json` and `application/fhir+xml` are offered";

    private Wanted() {}

    /** @throws HttpRefusal 406 when it is neither JSON nor XML */
    public static Format format(RequestDetails request) {
        Optional<String> named = Optional.ofNullable(request.getParameters().get(FORMAT))
                .flatMap(values -> Arrays.stream(values).findFirst());
        return named.isPresent()
                ? Format.find(named.get())
                        .orElseThrow(() -> new HttpRefusal(406, "`_format` names a format that is not offered" + BOTH))
                : accepted(request);
    }

    /** The same for a failure, which is told in JSON when all else fails; HAPI's server is told so too. */
    static Format settled(RequestDetails request) {
        Format format;
        try {
            format = format(request);
        } catch (HttpRefusal none) {
            format = Format.JSON;
        }
        settle(request, format);
        return format;
    }

    /** Leaves HAPI's server, which also knows formats that we do not offer, no choice of its own. */
    public static void settle(RequestDetails request, Format format) {
        Map<String, String[]> parameters = new HashMap<>(request.getParameters());
        Object named = parameters.put(FORMAT, new String[] {format.mediaType()});
        request.getUserData().putIfAbsent(NAMED, named != null);
        request.setParameters(parameters);
    }

    /** The value of {@code _format} as far as the caller gave one: it has to stay in links. */
    public static Optional<String> named(RequestDetails request) {
        return Boolean.TRUE.equals(request.getUserData().get(NAMED))
                ? Optional.of(format(request).mediaType())
                : Optional.empty();
    }

    private static Format accepted(RequestDetails request) {
        List<Range> ranges = request.getHeaders("Accept").stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .filter(range -> !range.isBlank())
                .map(Range::read)
                .sorted(Comparator.comparingDouble(Range::quality).reversed())
                .toList();
        if (ranges.isEmpty()) {
            return Optional.ofNullable(request.getHeader("Content-Type"))
                    .flatMap(Format::find)
                    .orElse(Format.JSON);
        }
        if (ranges.stream().anyMatch(Range::isOfABrowser)) {
            return Format.JSON;
        }
        return ranges.stream()
                .flatMap(range -> range.format().stream())
                .findFirst()
                .orElseThrow(() -> new HttpRefusal(406, "`Accept` names no format that is offered" + BOTH));
    }

    /** One media range of {@code Accept}. */
    private record Range(String type, boolean isOurs, double quality) {
        static Range read(String text) {
            String[] parts = text.split(";");
            double quality = Stream.of(parts)
                    .map(String::strip)
                    .filter(part -> part.matches("q=[01](\\.[0-9]{0,3})?"))
                    .mapToDouble(part -> Double.parseDouble(part.substring(2)))
                    .findFirst()
                    .orElse(1);
            return new Range(parts.length == 0 ? "" : parts[0].strip(), Format.isOfOurVersion(text), quality);
        }

        boolean isOfABrowser() {
            return type.equals("text/html");
        }

        Optional<Format> format() {
            if (quality == 0 || !isOurs) {
                return Optional.empty();
            }
            return type.equals("*/*") || type.equals("application/*") ? Optional.of(Format.JSON) : Format.find(type);
        }
    }
}
