package org.fascicle.api.chart;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.api.SearchBounds;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Resource;

/** What a write is made to depend on, by its headers or its address. */
final class Conditions {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?([A-Za-z0-9\\-.]{1,64})\"?");

    /** As a transaction's {@code ifNoneMatch}. */
    private static final String NONE_YET = "0";

    private Conditions() {}

    /** {@code If-None-Exist}, with or without the type in front. */
    static Optional<Search> unlessFound(Resource resource, String condition, SearchBounds bounds) {
        Optional.ofNullable(condition).ifPresent(bounds::require);
        return Optional.ofNullable(condition)
                .map(text -> text.contains("?") ? text.replaceFirst("^/", "") : resource.fhirType() + "?" + text)
                .map(SearchUrl::read);
    }

    /** The search in the address of a conditional update. */
    static Search found(Resource resource, String address, Optional<String> version, SearchBounds bounds) {
        bounds.require(address);
        if (version.isPresent()) {
            throw new Fault(
                    Kind.NOT_SUPPORTED,
                    "`If-Match` and `If-None-Match` go with an id in the address, not with a search");
        }
        resource.setId((String) null);
        return SearchUrl.read(address);
    }

    /** {@code If-Match: W/"3"} says 3. */
    private static Optional<String> ifMatch(RequestDetails request) {
        return Optional.ofNullable(request.getHeader("If-Match")).map(Conditions::version);
    }

    /** The version a write to an id is made to depend on; {@code If-None-Match: *} says that there may be none yet. */
    static Optional<String> version(RequestDetails request) {
        Optional<String> absent = Optional.ofNullable(request.getHeader("If-None-Match"));
        if (absent.filter(tag -> !tag.strip().equals("*")).isPresent()) {
            throw new Fault(
                    Kind.NOT_SUPPORTED, "`If-None-Match` takes `*` with a write; depend on a version by `If-Match`");
        }
        return absent.map(nothing -> NONE_YET).or(() -> ifMatch(request));
    }

    private static String version(String header) {
        Matcher tag = ETAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new Fault(Kind.MALFORMED, "`If-Match` takes one entity tag, such as `W/\"3\"`");
        }
        return tag.group(1);
    }
}
