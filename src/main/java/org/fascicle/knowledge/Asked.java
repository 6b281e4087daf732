package org.fascicle.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.clinical.advice.Advice;
import org.fascicle.clinical.advice.AdviceTexts;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Parts;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Tables;

/** Everything the tables ask: of the rules, the order sets and the advice. */
public final class Asked {
    private Asked() {}

    public static Stream<Criterion> all() {
        Stream<Criterion> rules = Tables.inOrder().stream()
                .flatMap(table -> Stream.concat(
                        Stream.of(table.gate()), table.rules().stream().map(Rule::when)));
        Stream<Criterion> orders = Lines.all().stream().map(line -> line.rule().when());
        Stream<Criterion> advice = AdviceTexts.ALL.stream().map(Advice::when);
        return Stream.of(rules, orders, advice).flatMap(part -> part);
    }

    /** Every question with no parts, each once. */
    public static <L extends Criterion.Leaf> List<L> leaves(Class<L> kind) {
        return all().flatMap(Parts::leaves)
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct()
                .toList();
    }

    /** Every named finding, each once, those it is made of before it. */
    public static List<Criterion.Named> findings() {
        Set<Criterion.Named> found = new LinkedHashSet<>();
        all().forEach(criterion -> collect(criterion, found));
        return List.copyOf(found);
    }

    private static void collect(Criterion criterion, Set<Criterion.Named> found) {
        if (criterion instanceof Criterion.Named named && found.contains(named)) {
            return;
        }
        Parts.of(criterion).forEach(part -> collect(part, found));
        if (criterion instanceof Criterion.Named named) {
            found.add(named);
        }
    }
}
