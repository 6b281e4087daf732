package org.fascicle.clinical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.advice.AdviceTexts;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.rule.Grounds;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.workup.OrderSets;
import org.junit.jupiter.api.Test;

/** No statement of the seed articles is lost: each is cited by an item, a rule, an order or an advice text. */
class SeedsTest {
    private static final Set<String> STATEMENTS = read(Path.of("src/test/resources/seeds.tsv"));

    @Test
    void thereAreAHundredAndFiftyStatements() {
        assertEquals(150, STATEMENTS.size());
    }

    @Test
    void everyStatementIsCited() {
        Set<String> uncited = new TreeSet<>(STATEMENTS);
        uncited.removeAll(cited());
        assertEquals(Set.of(), uncited);
    }

    @Test
    void everyCitationIsOfAStatement() {
        Set<String> unknown = cited();
        unknown.removeAll(STATEMENTS);
        assertEquals(Set.of(), unknown);
    }

    private static Set<String> cited() {
        Stream<List<String>> items =
                Arrays.stream(Item.values()).map(item -> item.form().seeds());
        Stream<List<String>> rules = Tables.rules().map(rule -> rule.grounds().seeds());
        Stream<Grounds> orders = OrderSets.ALL.stream().map(line -> line.grounds());
        Stream<Grounds> advice = AdviceTexts.ALL.stream().map(text -> text.grounds());
        return Stream.of(items, rules, Stream.concat(orders, advice).map(Grounds::seeds))
                .flatMap(citations -> citations)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('\t')))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
