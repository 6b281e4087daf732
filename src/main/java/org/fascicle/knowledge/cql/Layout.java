package org.fascicle.knowledge.cql;

import java.util.List;

/** Operands of one operator, on one line where they fit, else one to a line. */
final class Layout {
    private Layout() {}

    /** In brackets when there is more than one operand, so that it can stand inside any other. */
    static String join(String operator, List<String> operands, String ifNone) {
        if (operands.size() < 2) {
            return operands.isEmpty() ? ifNone : operands.get(0);
        }
        String inline = "(" + String.join(" " + operator + " ", operands) + ")";
        boolean fits = inline.length() <= Cql.WIDTH && inline.indexOf('\n') < 0;
        return fits ? inline : "(" + broken(operator, operands) + ")";
    }

    private static String broken(String operator, List<String> operands) {
        return operands.stream()
                .map(operand -> Cql.indent(1, operand))
                .reduce((all, next) -> all + "\n  " + operator + " " + next)
                .orElseThrow();
    }
}
