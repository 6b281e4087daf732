package org.fascicle.cdshooks.notice;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.cdshooks.call.Prefetch;
import org.fascicle.cdshooks.card.Markdown;
import org.fascicle.cdshooks.card.Markdown.Cited;
import org.fascicle.clinical.risk.FiredRule;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Source;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.clinical.workup.Proposal;
import org.fascicle.fhir.result.Judged;

/** Why, in the detail of a card: the rules that fired, what to act on first, what is proposed, and what it rests on. */
record Explained(Judged judged, List<Prefetch> unread) {
    private static final int MOST = 6;

    Markdown onto(Markdown detail) {
        detail.section("Act first", actions().toList());
        detail.section("Why", fewest(rules().map(Explained::line).distinct().toList()));
        detail.section("Proposed", proposed());
        detail.section(
                "Please note",
                Stream.concat(judged.remarks().stream(), notRead(unread)).toList());
        detail.sources("Sources", sources());
        return closing(detail);
    }

    static Markdown closing(Markdown detail) {
        return detail.paragraph(
                "A proposal for the clinician, who decides. Not a diagnosis. Rules " + Tables.VERSION + ".");
    }

    static Stream<String> notRead(List<Prefetch> unread) {
        return unread.stream().map(missing -> "Could not be read, so not known: " + missing.words() + ".");
    }

    /** The most urgent first. */
    private Stream<Rule> rules() {
        return judged.assessment()
                .fired()
                .map(FiredRule::rule)
                .sorted(comparing((Rule rule) -> rule.then().urgency()).reversed());
    }

    private Stream<String> actions() {
        return rules().filter(rule -> rule.then().urgency().isAtLeast(Urgency.SAME_DAY))
                .map(rule -> rule.words().action())
                .filter(action -> !action.isEmpty())
                .distinct();
    }

    private static String line(Rule rule) {
        return rule.words().reason() + " (" + rule.id() + ")";
    }

    private List<String> proposed() {
        return judged.workup().proposals().stream().map(Explained::line).toList();
    }

    private static String line(Proposal proposal) {
        return proposal.activity().words() + ", " + proposal.urgency().words() + ": "
                + proposal.reasons().get(0);
    }

    private static List<String> fewest(List<String> lines) {
        return lines.size() <= MOST
                ? lines
                : Stream.concat(
                                lines.stream().limit(MOST),
                                Stream.of("and " + (lines.size() - MOST) + " more; the app shows all"))
                        .toList();
    }

    private List<Cited> sources() {
        return rules().flatMap(rule -> rule.grounds().sources().stream())
                .distinct()
                .limit(MOST)
                .map(Explained::cited)
                .toList();
    }

    static Cited cited(Source source) {
        return new Cited(
                source.title(),
                source.address().map(known -> "https://" + known).orElse(""));
    }
}
