package org.fascicle.knowledge.cql;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.fascicle.clinical.limit.Limit;

/** The smallest pieces of CQL: names, texts, numbers and lists. */
final class Cql {
    /** Longer lines are broken. */
    static final int WIDTH = 110;

    private Cql() {}

    static String name(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String text(String text) {
        return '\'' + text.replace("\\", "\\\\").replace("'", "\\'") + '\'';
    }

    /** Always with a decimal point, for a number without one is an Integer. */
    static String decimal(double value) {
        return decimal(BigDecimal.valueOf(value));
    }

    static String decimal(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return (plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString();
    }

    static String limit(Limit limit) {
        return "Limits." + name(limit.key());
    }

    static String texts(Collection<String> texts) {
        return list(texts.stream().map(Cql::text).toList());
    }

    /** Broken to one element a line where they do not fit on one. */
    static String list(List<String> elements) {
        String inline = "{ " + String.join(", ", elements) + " }";
        return inline.length() <= WIDTH
                ? inline
                : elements.stream().collect(Collectors.joining(",\n  ", "{\n  ", "\n}"));
    }

    /** Moved to the right by two blanks for each step. */
    static String indent(int steps, String text) {
        return text.replace("\n", "\n" + "  ".repeat(steps));
    }
}
