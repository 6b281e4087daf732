package org.fascicle.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * A line of a FHIR Bulk Data export: one resource, read just far enough to know what it is and whose.
 *
 * @param place the file and the line, by which it is named and sorted
 * @param patient the plain id of its patient; empty where it names none
 * @param medication the plain id of the Medication it refers to; empty where it names none
 */
record ExportLine(Place place, String type, String patient, String medication, String json) {
    private static final JsonFactory JSON = new JsonFactory();

    /** In the order of the files, and of the lines in them. */
    static final Comparator<ExportLine> BY_PLACE = Comparator.comparing(ExportLine::place);

    /** @param line from 1 */
    record Place(String file, long line) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byFile = file.compareTo(other.file);
            return byFile != 0 ? byFile : Long.compare(line, other.line);
        }
    }

    /** @throws Fault when it is not one JSON object */
    static ExportLine read(Place place, String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            Map<String, String> said = members(parser);
            String type = said.getOrDefault("resourceType", "");
            String own = type.equals("Patient") ? said.get("id") : null;
            String patient = Optional.ofNullable(own)
                    .or(() -> Optional.ofNullable(said.get("subject")))
                    .or(() -> Optional.ofNullable(said.get("patient")))
                    .orElse("");
            String medication = said.getOrDefault(type.equals("Medication") ? "id" : "medicationReference", "");
            return new ExportLine(place, type, plainId(patient), plainId(medication), json);
        } catch (IOException broken) {
            throw new Fault(Kind.MALFORMED, "This is not a JSON object on one line");
        }
    }

    /** Reads again what {@link #written} has written. */
    static ExportLine reread(String written) {
        String[] columns = written.split("\t", 3);
        return read(new Place(columns[1], Long.parseLong(columns[0])), columns[2]);
    }

    /** On one line, with its place: for a file between, or for the way to another machine. */
    String written() {
        return place.line() + "\t" + place.file() + "\t" + json;
    }

    private static Map<String, String> members(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("no object");
        }
        Map<String, String> said = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "resourceType", "id" -> said.put(name, parser.getText());
                case "subject", "patient", "medicationReference" ->
                    reference(parser, value).ifPresent(found -> said.put(name, found));
                default -> parser.skipChildren();
            }
        }
        return said;
    }

    private static Optional<String> reference(JsonParser parser, JsonToken value) throws IOException {
        Optional<String> found = Optional.empty();
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return found;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isReference = parser.currentName().equals("reference");
            if (parser.nextToken() == JsonToken.VALUE_STRING && isReference) {
                found = Optional.of(parser.getText());
            }
            parser.skipChildren();
        }
        return found;
    }

    /** Without type, address and version. */
    private static String plainId(String reference) {
        String unversioned = reference.replaceFirst("/_history/.*$", "");
        return unversioned.substring(unversioned.lastIndexOf('/') + 1);
    }

    boolean isResponse() {
        return type.equals("QuestionnaireResponse");
    }

    /** Names the place only: the resource is a patient's. */
    @Override
    public String toString() {
        return place.file() + " line " + place.line();
    }
}
