package org.fascicle.knowledge.cql;

/** The text of a CQL library while it is being written. */
final class CqlSource {
    private final StringBuilder text = new StringBuilder();

    /** A part of its own, set off by a heading. */
    CqlSource part(String heading) {
        return line("").line("// ---- " + heading).line("");
    }

    CqlSource note(String words) {
        words.lines().forEach(line -> line("// " + line));
        return this;
    }

    CqlSource define(String name, String expression) {
        return line("define " + Cql.name(name) + ":")
                .line("  " + Cql.indent(1, expression))
                .line("");
    }

    CqlSource line(String line) {
        text.append(line).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
