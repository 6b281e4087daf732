package org.fascicle.cli;

/**
 * One input: a line of NDJSON, or a whole document that starts on that line.
 *
 * @param source the file, or {@code standard input}
 * @param number from 1
 */
public record Line(String source, long number, String text) {

    String place() {
        return source + " line " + number;
    }

    /** Names the place only: the text is a patient's. */
    @Override
    public String toString() {
        return place();
    }
}
