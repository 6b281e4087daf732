package org.fascicle.api.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * Reads JSON once from end to end, without recursion and without keeping any of it, before the FHIR parser may: is it well
 * formed, not too deep, does no object name a member twice, is every text and number one that FHIR can hold.
 */
final class JsonCheck {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Deque<Level> levels = new ArrayDeque<>();

    private final int deepest;

    private JsonCheck(int deepest) {
        this.deepest = deepest;
    }

    /** An object or array that is being read. */
    private static final class Level {
        private final boolean isArray;
        private final Set<String> names = new HashSet<>();
        private String name = "";
        private int index = -1;

        Level(boolean isArray) {
            this.isArray = isArray;
        }

        @Override
        public String toString() {
            return isArray ? "[" + Math.max(index, 0) + "]" : Named.plain(name);
        }
    }

    /** @throws Fault naming the place when it is not */
    static void check(String json, int deepest) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            new JsonCheck(deepest).read(parser);
        } catch (JsonProcessingException broken) {
            throw new Fault(Kind.MALFORMED, "The body is not well-formed JSON" + place(broken.getLocation()), broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Fault(Kind.MALFORMED, "The body is not a JSON object; send one resource");
        }
        open(false);
        while (!levels.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new Fault(Kind.MALFORMED, "The body ends in the middle of its JSON");
            }
            read(token, parser);
        }
        if (parser.nextToken() != null) {
            throw new Fault(Kind.MALFORMED, "Something follows after the end of the resource; send one resource");
        }
    }

    private void read(JsonToken token, JsonParser parser) throws IOException {
        switch (token) {
            case FIELD_NAME -> name(parser.currentName());
            case END_OBJECT, END_ARRAY -> levels.pop();
            default -> value(token, parser);
        }
    }

    private void value(JsonToken token, JsonParser parser) throws IOException {
        levels.element().index++;
        switch (token) {
            case START_OBJECT -> open(false);
            case START_ARRAY -> open(true);
            case VALUE_STRING -> text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Bounds.number(parser.getText(), this::path);
            default -> {
                // true, false and null are what they are.
            }
        }
    }

    private void open(boolean isArray) {
        levels.push(new Level(isArray));
        Bounds.depth(levels.size(), deepest, "");
    }

    private void name(String name) {
        Level object = levels.element();
        object.name = name;
        if (!object.names.add(name)) {
            throw Bounds.fault("structure", path(), "is given twice in one object; give it once");
        }
    }

    private void text(String text) {
        Bounds.text(text, this::path);
        if (levels.element().name.equals("div")) {
            Markup.check(text, deepest, path());
        }
    }

    /** FHIRPath from the resource: {@code name[0].given}. */
    private String path() {
        StringBuilder path = new StringBuilder();
        for (Iterator<Level> outermost = levels.descendingIterator(); outermost.hasNext(); ) {
            Level level = outermost.next();
            path.append(level.isArray || path.isEmpty() ? "" : ".").append(level);
        }
        return path.toString();
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : ", see line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
