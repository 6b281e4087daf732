package org.fascicle.api.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.api.SearchBounds;
import org.fascicle.api.answer.BundleText;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * The versions of one resource, newest first, a page at a time.
 *
 * @param base the address of this door
 * @param since only versions that were stored then or later; empty for all
 */
record HistoryPage(Key key, String base, int count, Optional<Instant> since, Optional<String> after) {
    private static final String SINCE = "_since";
    private static final Set<String> KNOWN =
            Set.of("_count", SINCE, SearchUrl.AFTER, "_format", "_pretty", "_summary", "_elements");

    static HistoryPage read(Key key, RequestDetails request, SearchBounds bounds) {
        for (String name : request.getParameters().keySet()) {
            if (!KNOWN.contains(name)) {
                throw new Fault(
                        Kind.NOT_SUPPORTED, "A history takes `_count` and `_since`; leave the other parameters out");
            }
        }
        int count = first("_count", request).map(HistoryPage::number).orElse(Search.DEFAULT_COUNT);
        return new HistoryPage(
                key,
                request.getFhirServerBase(),
                bounds.page(count),
                first(SINCE, request).map(HistoryPage::instant),
                first(SearchUrl.AFTER, request));
    }

    String of(Chart chart) {
        Page page = recent(chart.history(key, count, after));
        BundleText bundle = new BundleText("history").link("self", url(after));
        page.next().ifPresent(next -> bundle.link("next", url(page.next())));
        if (after.isEmpty() && page.next().isEmpty()) {
            bundle.total(page.matches().size());
        }
        page.matches().forEach(version -> bundle.entry(base + "/" + key, version.json(), how(version)));
        return bundle.toString();
    }

    /** What lies behind a version that is too old is older still. */
    private Page recent(Page page) {
        List<Stored> recent = page.matches().stream()
                .filter(version -> since.isEmpty() || !version.updated().isBefore(since.get()))
                .toList();
        return recent.size() == page.matches().size() ? page : new Page(recent, List.of(), Optional.empty());
    }

    /** How the version came about. */
    private String how(Stored version) {
        boolean isFirst = version.version().equals("1");
        String request = "{\"method\":\"" + (isFirst ? "POST" : "PUT") + "\",\"url\":\""
                + (isFirst ? key.type() : key.toString()) + "\"}";
        String response = "{\"status\":\"" + (isFirst ? "201 Created" : "200 OK") + "\",\"location\":\""
                + version.location() + "\",\"etag\":" + BundleText.quoted(version.etag()) + ",\"lastModified\":\""
                + version.updated() + "\"}";
        return ",\"request\":" + request + ",\"response\":" + response;
    }

    private String url(Optional<String> from) {
        return base + "/" + key + "/_history?_count=" + count
                + since.map(then -> "&" + SINCE + "=" + then).orElse("")
                + from.map(next -> "&" + SearchUrl.AFTER + "=" + URLEncoder.encode(next, UTF_8))
                        .orElse("");
    }

    private static Optional<String> first(String name, RequestDetails request) {
        return Optional.ofNullable(request.getParameters().get(name)).map(values -> values[0]);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException other) {
            throw new Fault(
                    Kind.MALFORMED, "`_since` must be an instant such as `2026-11-22T10:15:00Z`; write a `+` as `%2B`");
        }
    }

    private static int number(String count) {
        if (!count.matches("[1-9][0-9]{0,8}")) {
            throw new Fault(Kind.MALFORMED, "`_count` must be a number of versions, 1 or more");
        }
        return Integer.parseInt(count);
    }
}
