package org.fascicle.assessing;

import java.util.List;
import java.util.stream.Collectors;
import org.fascicle.chart.Stored;
import org.fascicle.fhir.result.Part;

/**
 * A result: its resources in order, RiskAssessment first, as FHIR JSON.
 *
 * @param isWritten whether this call wrote it; false for a preview, an inline response and a repeated call
 */
public record Result(List<Entry> entries, boolean isWritten) {

    /** @param url where it is in a chart ({@code RiskAssessment/7}), or a {@code urn:uuid:} */
    public record Entry(String url, String json) {

        private String in(String base) {
            String fullUrl = url.startsWith("urn:") ? url : base + "/" + url;
            return "{\"fullUrl\":\"" + fullUrl + "\",\"resource\":" + json + "}";
        }

        @Override
        public String toString() {
            return url;
        }
    }

    public Result {
        entries = List.copyOf(entries);
    }

    static Result shown(List<Part> parts) {
        return new Result(
                parts.stream()
                        .map(part -> new Entry(part.url(), part.resource().toString()))
                        .toList(),
                false);
    }

    static Result stored(List<Stored> parts, boolean isWritten) {
        return new Result(
                parts.stream()
                        .map(part -> new Entry(part.key().toString(), part.json()))
                        .toList(),
                isWritten);
    }

    /**
     * The result Bundle, a collection.
     *
     * @param base the address of the chart's FHIR API, for full URLs
     */
    public String bundle(String base) {
        return entries.stream()
                .map(entry -> entry.in(base))
                .collect(Collectors.joining(
                        ",", "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[", "]}"));
    }
}
