package org.fascicle.cli;

/**
 * What became of a line.
 *
 * @param text the result Bundle, or why there is none
 */
public record Outcome(Line line, boolean isAssessed, String text) {

    static Outcome assessed(Line line, String json) {
        return new Outcome(line, true, json);
    }

    static Outcome refused(Line line, String why) {
        return new Outcome(line, false, why);
    }

    /** Why there is no result, and of which line. */
    public String refusal() {
        return line.place() + ": " + text;
    }

    @Override
    public String toString() {
        return line.place();
    }
}
