package org.fascicle.api.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A Bundle written around resources that are JSON already. */
public final class BundleText {
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private final String type;
    private final List<String> links = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private Optional<Integer> total = Optional.empty();

    /** @param type such as {@code searchset} */
    public BundleText(String type) {
        this.type = type;
    }

    public BundleText total(int matches) {
        total = Optional.of(matches);
        return this;
    }

    public BundleText link(String relation, String url) {
        links.add("{\"relation\":\"" + relation + "\",\"url\":" + quoted(url) + "}");
        return this;
    }

    /** @param rest further members of the entry, as JSON with a comma in front; may be empty */
    public BundleText entry(String fullUrl, String json, String rest) {
        entries.add("{\"fullUrl\":" + quoted(fullUrl) + ",\"resource\":" + json + rest + "}");
        return this;
    }

    /** An entry without an address of its own. */
    public BundleText entry(String json, String rest) {
        entries.add("{\"resource\":" + json + rest + "}");
        return this;
    }

    /** An entry that says that a search parameter was not heeded. */
    public void ignored(String parameter) {
        String text = quoted("`" + parameter + "` is no search parameter here and was ignored");
        entry(
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"warning\",\"code\":\"not-supported\","
                        + "\"details\":{\"text\":" + text + "},\"diagnostics\":" + text + "}]}",
                ",\"search\":{\"mode\":\"outcome\"}");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"")
                .append(type)
                .append('"');
        total.ifPresent(matches -> text.append(",\"total\":").append(matches));
        list(text, "link", links);
        list(text, "entry", entries);
        return text.append('}').toString();
    }

    public static String quoted(String text) {
        return '"' + String.valueOf(ENCODER.quoteAsString(text)) + '"';
    }

    /** Parameters as they stand in the address of a link. */
    public static String query(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value ->
                                URLEncoder.encode(parameter.getKey(), UTF_8) + "=" + URLEncoder.encode(value, UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private static void list(StringBuilder text, String name, List<String> items) {
        if (!items.isEmpty()) {
            text.append(",\"")
                    .append(name)
                    .append("\":[")
                    .append(String.join(",", items))
                    .append(']');
        }
    }
}
