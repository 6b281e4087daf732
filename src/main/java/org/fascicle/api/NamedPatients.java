package org.fascicle.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.chart.Key;

/** The patients a resource in JSON refers to or holds, read from its references and addresses and nothing else. */
final class NamedPatients {
    private static final String PATIENT = "(?s)(?:.*/)?Patient/([A-Za-z0-9\\-.]{1,64})";
    private static final Map<String, Pattern> WHERE =
            Map.of("reference", Pattern.compile(PATIENT + "(?:/.*)?"), "fullUrl", Pattern.compile(PATIENT));
    /** What is read here was let in already, or is our own. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private NamedPatients() {}

    static Set<Key> in(String json) {
        return in(json.getBytes(StandardCharsets.UTF_8));
    }

    /** @param json in UTF-8, with or without a byte order mark */
    static Set<Key> in(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return in(parser);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<Key> in(JsonParser parser) throws IOException {
        Set<Key> patients = new LinkedHashSet<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_STRING && WHERE.containsKey(String.valueOf(parser.currentName()))) {
                Matcher named = WHERE.get(parser.currentName()).matcher(parser.getText());
                if (named.matches()) {
                    patients.add(new Key("Patient", named.group(1)));
                }
            }
        }
        return patients;
    }
}
