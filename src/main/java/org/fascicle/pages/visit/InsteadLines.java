package org.fascicle.pages.visit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.assessing.writeback.Form;
import org.fascicle.assessing.writeback.Piece;
import org.fascicle.assessing.writeback.WriteBackPlan;
import org.fascicle.look.Words;
import org.fascicle.oauth.Scope;
import org.fascicle.smart.ehr.Feature;

/** What a chart takes otherwise than as it is, and why: a line for each piece, in the reader's language. */
public final class InsteadLines {
    private static final Set<Feature> WRITTEN = EnumSet.of(
            Feature.SAVE_INTERVIEW,
            Feature.SAVE_RESULT,
            Feature.SAVE_ORDERS,
            Feature.SAVE_TASKS,
            Feature.SAVE_PROVENANCE);

    private InsteadLines() {}

    /** The last says which scopes to ask for, where scopes are what is missing. */
    public static List<String> of(Visit visit) {
        WriteBackPlan plan = visit.plan();
        List<String> lines = (plan.isResponseKept()
                        ? Stream.of(Piece.values())
                                .filter(piece -> plan.of(piece).form() != Form.ITSELF)
                                .map(piece -> line(piece, plan.of(piece), visit.words()))
                        : Stream.of(visit.words().of("instead.none", why(plan.of(Piece.RESPONSE), visit.words()))))
                .toList();
        return lines.isEmpty()
                ? lines
                : Stream.concat(lines.stream(), scopes(visit)).toList();
    }

    private static String line(Piece piece, WriteBackPlan.Choice choice, Words words) {
        Translated translated = Translated.in(words.locale());
        return words.of(
                "instead.line",
                ClinicalWords.capital(translated.of(piece.words())),
                translated.of(choice.form().words()),
                why(choice, words));
    }

    private static String why(WriteBackPlan.Choice choice, Words words) {
        return Arrays.stream(choice.why().split(", and "))
                .map(Translated.in(words.locale())::of)
                .collect(Collectors.joining(words.of("instead.and")));
    }

    private static Stream<String> scopes(Visit visit) {
        String missing = visit.launch().features().missing().stream()
                .filter(WRITTEN::contains)
                .flatMap(feature -> feature.scopes().stream())
                .map(Scope::toString)
                .distinct()
                .collect(Collectors.joining(" "));
        return missing.isEmpty() ? Stream.empty() : Stream.of(visit.words().of("instead.ask", missing));
    }
}
