package org.fascicle.chart.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** SQL text and its arguments, grown together so that no value ever becomes text. */
final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    Sql add(String sql, Object... values) {
        text.append(sql);
        Collections.addAll(arguments, values);
        return this;
    }

    /** {@code (?, ?, ?)} */
    Sql list(Collection<?> values) {
        text.append("(")
                .append(String.join(", ", Collections.nCopies(values.size(), "?")))
                .append(")");
        arguments.addAll(values);
        return this;
    }

    String text() {
        return text.toString();
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
