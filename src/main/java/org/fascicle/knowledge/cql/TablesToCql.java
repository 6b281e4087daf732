package org.fascicle.knowledge.cql;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Parts;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Table;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.fhir.result.Priority;
import org.fascicle.knowledge.Lines;

/** The rule tables, in the order they are read: for each rule whether it holds, and whether it fired. */
final class TablesToCql {
    private final CqlSource source;
    private final Table table;
    private final Scope scope;

    private TablesToCql(CqlSource source, Table table) {
        this.source = source;
        this.table = table;
        this.scope = Scope.before(table);
    }

    static void write(CqlSource source) {
        Tables.inOrder().forEach(table -> new TablesToCql(source, table).write());
    }

    private void write() {
        source.part("Table: " + table.name());
        writeSoFar();
        CriterionToCql criteria = new CriterionToCql(scope);
        source.define(Names.isRead(table), criteria.write(table.gate()) + " is true");
        for (Rule rule : table.rules()) {
            source.note(rule.words().reason()).define(Names.holds(rule), criteria.write(rule.when()));
        }
        if (table.firstOnly()) {
            source.define(Names.firstOf(table), firstThatHolds());
        }
        table.rules().forEach(rule -> source.define(Names.fired(rule), fires(rule)));
        source.define(Names.fired(table), Layout.join("or", keys(), "false"));
        source.define(Names.report(table), "Combine((" + Cql.list(reports()) + ") Rule where Rule is not null, '\\n')");
        source.define(Names.priority(table), priority());
    }

    /** What the earlier tables concluded, as far as this one asks. */
    private void writeSoFar() {
        questions(Criterion.Concerned.class)
                .map(Criterion.Concerned::outcome)
                .distinct()
                .forEach(outcome -> source.define(scope.nameOfConcern(outcome), scope.concern(outcome)));
        questions(Criterion.AsUrgentAs.class)
                .map(Criterion.AsUrgentAs::urgency)
                .distinct()
                .forEach(urgency -> source.define(scope.nameOfUrgency(urgency), scope.urgentAs(urgency)));
    }

    private <L extends Criterion.Leaf> Stream<L> questions(Class<L> kind) {
        return Stream.concat(Stream.of(table.gate()), table.rules().stream().map(Rule::when))
                .flatMap(Parts::leaves)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private String firstThatHolds() {
        StringBuilder first = new StringBuilder("case");
        for (Rule rule : table.rules()) {
            first.append("\n  when %s is true then %s".formatted(Cql.name(Names.holds(rule)), Cql.text(rule.key())));
        }
        return first.append("\n  else null\nend").toString();
    }

    private String fires(Rule rule) {
        String holds = table.firstOnly()
                ? "%s ~ %s".formatted(Cql.name(Names.firstOf(table)), Cql.text(rule.key()))
                : "%s is true".formatted(Cql.name(Names.holds(rule)));
        return "%s and %s".formatted(Cql.name(Names.isRead(table)), holds);
    }

    private List<String> reports() {
        return table.rules().stream()
                .map(rule ->
                        "if %s then %s else null".formatted(Cql.name(Names.fired(rule)), Cql.text(Lines.report(rule))))
                .toList();
    }

    private String priority() {
        StringBuilder worstFirst = new StringBuilder("case");
        for (int i = Urgency.values().length - 1; i >= 0; i--) {
            Urgency urgency = Urgency.values()[i];
            List<String> asUrgent = table.rules().stream()
                    .filter(rule -> rule.then().urgency() == urgency)
                    .map(rule -> Cql.name(Names.fired(rule)))
                    .toList();
            if (!asUrgent.isEmpty()) {
                worstFirst.append("\n  when %s then %s"
                        .formatted(
                                Cql.indent(2, Layout.join("or", asUrgent, "false")), Cql.text(Priority.of(urgency))));
            }
        }
        return worstFirst.append("\n  else null\nend").toString();
    }

    private List<String> keys() {
        return table.rules().stream().map(rule -> Cql.name(Names.fired(rule))).toList();
    }
}
