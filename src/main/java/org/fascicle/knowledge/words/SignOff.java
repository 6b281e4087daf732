package org.fascicle.knowledge.words;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.advice.AdviceTexts;
import org.fascicle.clinical.rule.Grounds;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.knowledge.Lines;

/** What does not rest on a source that was read, for a clinician to sign line by line. */
final class SignOff {
    private SignOff() {}

    private record Claim(String id, String words, Grounds grounds) {

        String row() {
            return "| %s | %s | %s | | |\n".formatted(id, words, GroundsToMarkdown.marks(grounds));
        }
    }

    static String write() {
        return "| line | what it says | mark | agreed, or not | name and date |\n|---|---|---|---|---|\n"
                + claims().filter(claim -> claim.grounds().needsSignOff())
                        .map(Claim::row)
                        .collect(Collectors.joining());
    }

    private static Stream<Claim> claims() {
        return Stream.of(
                        Tables.rules()
                                .map(rule -> new Claim(rule.key(), rule.words().reason(), rule.grounds())),
                        Lines.all().stream()
                                .map(line -> new Claim(
                                        line.key(),
                                        line.rule().reason(),
                                        line.rule().grounds())),
                        AdviceTexts.ALL.stream().map(advice -> new Claim(advice.id(), advice.text(), advice.grounds())))
                .flatMap(claims -> claims);
    }
}
