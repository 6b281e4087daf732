package org.fascicle.pages.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.look.Words;
import org.fascicle.pages.result.ResultPage.Fact;
import org.fascicle.pages.result.ResultPage.Flag;
import org.fascicle.pages.result.ResultPage.Judgement;
import org.fascicle.pages.result.ResultPage.ProposalView;
import org.fascicle.pages.result.ResultPage.Reason;
import org.fascicle.pages.result.ResultPage.Risk;

/** A result as plain text in the reader's language, to be pasted into a note: what the page says, without its forms. */
final class CopyWords {
    private final Words words;
    private final List<String> lines = new ArrayList<>();

    CopyWords(Words words) {
        this.words = words;
    }

    String of(Judgement judgement, List<ProposalView> proposals, List<Fact> notProposed, List<String> answers) {
        lines.add(words.of("copy.title", judgement.head().urgencyWords()));
        lines.add(judgement.head().basis());
        section("result.flags", judgement.flags().stream().map(CopyWords::flag));
        judgement.risks().forEach(this::risk);
        section("result.facts", judgement.facts().used().stream().map(CopyWords::fact));
        list(
                words.of("result.facts.not", judgement.facts().unread().size()),
                judgement.facts().unread().stream().map(CopyWords::fact));
        section("result.plan", proposals.stream().map(CopyWords::proposal));
        list(words.of("result.not", notProposed.size()), notProposed.stream().map(CopyWords::fact));
        section("result.remarks", judgement.remarks().stream());
        section("copy.answers", answers.stream());
        lines.add(words.of("result.foot"));
        return String.join("\n", lines);
    }

    private void section(String title, Stream<String> items) {
        list(words.of(title), items);
    }

    private void list(String title, Stream<String> items) {
        List<String> all = items.map(item -> "- " + item).toList();
        if (!all.isEmpty()) {
            lines.add(title + ":");
            lines.addAll(all);
        }
    }

    private void risk(Risk risk) {
        list(risk.outcome() + ": " + risk.concern(), risk.reasons().stream().map(CopyWords::reason));
    }

    private static String flag(Flag flag) {
        return flag.reason() + (flag.action().isEmpty() ? "" : ". " + flag.action()) + " (" + flag.rule() + ")";
    }

    private static String reason(Reason reason) {
        String evidence = reason.evidence().isEmpty() ? "" : " — " + String.join("; ", reason.evidence());
        return reason.rule() + ": " + reason.words() + evidence;
    }

    private static String fact(Fact fact) {
        return Stream.of(fact.words(), fact.value(), fact.day())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String proposal(ProposalView proposal) {
        return proposal.words() + ", " + proposal.why().urgencyWords() + ": "
                + proposal.why().first();
    }
}
