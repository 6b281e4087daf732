package org.fascicle.pages.visit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.assessing.writeback.Form;
import org.fascicle.assessing.writeback.Piece;
import org.fascicle.assessing.writeback.WriteBackPlan;
import org.fascicle.look.Words;

/** What a chart takes otherwise than as it is, and why: a line for each piece, in the reader's language. */
public final class InsteadLines {
    private InsteadLines() {}

    public static List<String> of(WriteBackPlan plan, Words words) {
        return Stream.of(Piece.values())
                .filter(piece -> plan.of(piece).form() != Form.ITSELF)
                .map(piece -> line(piece, plan.of(piece), words))
                .toList();
    }

    private static String line(Piece piece, WriteBackPlan.Choice choice, Words words) {
        Translated translated = Translated.in(words.locale());
        String why = Arrays.stream(choice.why().split(", and "))
                .map(translated::of)
                .collect(Collectors.joining(words.of("instead.and")));
        return words.of(
                "instead.line",
                ClinicalWords.capital(translated.of(piece.words())),
                translated.of(choice.form().words()),
                why);
    }
}
