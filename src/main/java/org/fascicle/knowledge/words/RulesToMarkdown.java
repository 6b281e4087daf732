package org.fascicle.knowledge.words;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Table;

/**
 * The rules of a table, each with all there is to judge it by.
 *
 * @param cases the example cases in which a rule fires, by its key
 */
record RulesToMarkdown(CriterionToWords criteria, Map<String, List<String>> cases) {
    private static final int CASES_NAMED = 8;

    String write(Table table) {
        String read = table.firstOnly() ? "The first rule that holds counts." : "All rules that hold count.";
        return "## Table: %s\n\n%s Read for:\n\n%s\n%s"
                .formatted(
                        table.name(),
                        read,
                        criteria.say(table.gate()).bullets(),
                        table.rules().stream().map(this::write).collect(Collectors.joining()));
    }

    private String write(Rule rule) {
        return "### %s\n\n**%s.** %s.\n\nHolds when:\n\n%s\n- Asks: %s\n- Rests on: %s\n- Cases: %s\n\n"
                .formatted(
                        rule.key(),
                        conclusion(rule),
                        Sentence.capital(rule.words().reason()),
                        criteria.say(rule.when()).bullets(),
                        rule.words().action().isEmpty()
                                ? "what the workup says"
                                : rule.words().action(),
                        GroundsToMarkdown.write(rule.grounds()),
                        cases(rule));
    }

    private static String conclusion(Rule rule) {
        String concern = rule.then().concern().map(level -> ": " + level.code()).orElse(" (urgency only)");
        return Sentence.capital(rule.outcome().code()) + concern + ". Urgency: "
                + rule.then().urgency().words();
    }

    private String cases(Rule rule) {
        List<String> all = cases.getOrDefault(rule.key(), List.of());
        String named =
                all.stream().limit(CASES_NAMED).map(one -> "`" + one + "`").collect(Collectors.joining(", "));
        int more = all.size() - CASES_NAMED;
        return all.isEmpty() ? "none" : named + (more > 0 ? ", and " + more + " more" : "");
    }
}
