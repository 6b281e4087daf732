package org.fascicle.knowledge.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.fhir.result.Wording;

/** Says a criterion in English, with the questions in the words in which they are asked. */
record CriterionToWords(Wording wording) {

    Said say(Criterion criterion) {
        if (criterion instanceof Criterion.Leaf leaf) {
            return Said.of(new QuestionToWords(wording).say(leaf));
        } else if (criterion instanceof Criterion.Named named) {
            return Said.of("%s ([%s](#%s))".formatted(named.words(), named.name(), anchor(named)));
        } else if (criterion instanceof Criterion.All all) {
            return all.parts().isEmpty() ? Said.of("always") : several("all of", each(all.parts()));
        } else if (criterion instanceof Criterion.Any any) {
            return any.parts().isEmpty() ? Said.of("never") : several("any of", alternatives(any.parts()));
        } else if (criterion instanceof Criterion.AtLeast atLeast) {
            return new Said("at least " + atLeast.count() + " of", each(atLeast.parts()));
        } else if (criterion instanceof Criterion.Not not) {
            return say(not.part()).after("not:");
        }
        return weighed(criterion);
    }

    private Said weighed(Criterion criterion) {
        if (criterion instanceof Criterion.Judged judged) {
            return say(judged.part()).after(among(judged.among()));
        } else if (criterion instanceof Criterion.ToldOrCharted either) {
            return new Said(
                    "told or charted; where they differ the worse counts",
                    List.of(say(either.told()), say(either.charted())));
        } else if (criterion instanceof Criterion.Disputed disputed) {
            return new Said(
                    "the first, but not known while the second stands against it",
                    List.of(say(disputed.claim()), say(disputed.counter())));
        }
        throw new IllegalStateException("`" + criterion + "` is a criterion without words");
    }

    /** Where a finding is defined on the page. */
    static String anchor(Criterion.Named named) {
        return named.name().toLowerCase(java.util.Locale.ROOT);
    }

    private List<Said> each(List<Criterion> parts) {
        return parts.stream().map(this::say).toList();
    }

    private static Said several(String words, List<Said> parts) {
        return parts.size() == 1 ? parts.get(0) : new Said(words, parts);
    }

    /** Several answers to one question are said once. */
    private List<Said> alternatives(List<Criterion> parts) {
        Map<Item, List<String>> answers = new LinkedHashMap<>();
        List<Said> others = new ArrayList<>();
        for (Criterion part : parts) {
            if (part instanceof Criterion.Answered answered) {
                answers.computeIfAbsent(answered.item(), item -> new ArrayList<>())
                        .add(wording.answer(answered.item(), answered.code()));
            } else {
                others.add(say(part));
            }
        }
        List<Said> all = answers.entrySet().stream()
                .map(entry -> Said.of(new QuestionToWords(wording).answered(entry.getKey(), entry.getValue())))
                .collect(Collectors.toCollection(ArrayList::new));
        all.addAll(others);
        return all;
    }

    private static String among(Set<Presence> among) {
        boolean present = among.contains(Presence.PRESENT);
        if (among.contains(Presence.UNKNOWN)) {
            return present ? "not ruled out:" : among.contains(Presence.ABSENT) ? "not shown:" : "not known:";
        }
        return present ? "certainly:" : "ruled out:";
    }
}
