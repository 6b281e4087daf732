package org.fascicle.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/**
 * The lines of one source, one at a time, so that a source of any length fits in memory. A source whose first line does
 * not end what it begins is one document over many lines.
 */
final class Lines implements Iterator<Line> {
    private static final JsonFactory JSON = new JsonFactory();

    private final String source;
    private final BufferedReader reader;
    private long number;
    private Line next;

    Lines(String source, BufferedReader reader) throws IOException {
        this.source = source;
        this.reader = reader;
        this.next = first();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Line next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Line line = next;
        try {
            next = following();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return line;
    }

    private Line first() throws IOException {
        Line first = following();
        if (first == null || !isBegunOnly(first.text())) {
            return first;
        }
        String rest = reader.lines().collect(Collectors.joining("\n"));
        return new Line(source, first.number(), first.text() + "\n" + rest);
    }

    /** The next line that is not blank; null at the end. */
    private Line following() throws IOException {
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            number++;
            if (!text.isBlank()) {
                return new Line(source, number, text);
            }
        }
        return null;
    }

    private static boolean isBegunOnly(String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            parser.skipChildren();
            return false;
        } catch (JsonEOFException begun) {
            return true;
        } catch (JsonProcessingException broken) {
            return false;
        }
    }
}
