package org.fascicle.fhir.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.finding.Form;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Facts;

/** What speaks against a rule in words: the answers and results that are otherwise than it asks, and what forbids it. */
record FactsAgainst(Facts facts, Wording wording) {

    /** The same once; what the rules concluded themselves is left out. */
    List<String> of(List<Criterion.Leaf> leaves) {
        return leaves.stream().flatMap(this::words).distinct().toList();
    }

    private Stream<String> words(Criterion.Leaf leaf) {
        if (leaf.in(facts) == Presence.ABSENT) {
            if (leaf instanceof Criterion.Answered answered) {
                return given(answered.item()).stream();
            } else if (leaf instanceof Criterion.Unanswered unanswered) {
                return given(unanswered.item()).stream();
            } else if (leaf instanceof Criterion.Compared compared) {
                return Stream.of(evidence()
                        .compared(compared, "not " + compared.relation().words()));
            } else if (leaf instanceof Criterion.Charted charted) {
                return Stream.of("not in the chart: " + charted.fact().words());
            }
        }
        return evidence().of(List.of(leaf)).stream();
    }

    /** As it was answered; a question that never opened was answered by the one before it. */
    private Optional<String> given(Item item) {
        CaseFile file = facts.file();
        String codes = file.answers().codes(item).stream()
                .map(code -> wording.answer(item, code))
                .collect(Collectors.joining(", "));
        if (!codes.isEmpty()) {
            return Optional.of(EvidenceWords.answered(wording.question(item), codes));
        }
        return item.form().opening().map(Form.Opening::item).flatMap(this::given);
    }

    private EvidenceWords evidence() {
        return new EvidenceWords(facts.file(), wording);
    }
}
