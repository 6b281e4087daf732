package org.fascicle.assessing.writeback;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What will be written as what, and why: made before anything is written, so that the clinician sees it before signing off,
 * and kept with the result.
 *
 * @param choices one for each piece
 */
public record WriteBackPlan(Map<Piece, Choice> choices) {
    private static final String OBSERVATION = "Observation";
    private static final String DOCUMENT = "DocumentReference";

    /** @param why in words a clinician reads; empty when the piece is written as itself */
    public record Choice(Form form, String why) {}

    public WriteBackPlan {
        choices = Map.copyOf(choices);
    }

    /** For a chart that takes everything, such as our own. */
    public static WriteBackPlan whole() {
        Map<Piece, Choice> choices = new EnumMap<>(Piece.class);
        Stream.of(Piece.values()).forEach(piece -> choices.put(piece, new Choice(Form.ITSELF, "")));
        return new WriteBackPlan(choices);
    }

    public static WriteBackPlan of(Allowance allowance) {
        Map<Piece, Choice> choices = new EnumMap<>(Piece.class);
        choices.put(Piece.RESPONSE, response(allowance));
        choices.put(Piece.ASSESSMENT, assessment(allowance));
        choices.put(Piece.ORDERS, inWords(Piece.ORDERS, allowance));
        choices.put(Piece.TASKS, inWords(Piece.TASKS, allowance));
        choices.put(Piece.GROUP, orNothing(Piece.GROUP, allowance));
        choices.put(Piece.PROVENANCE, orNothing(Piece.PROVENANCE, allowance));
        return new WriteBackPlan(choices);
    }

    /** For a chart that does not take what everything else rests on: nothing is written. */
    public static WriteBackPlan copied(String why) {
        Map<Piece, Choice> choices = new EnumMap<>(Piece.class);
        Stream.of(Piece.values()).forEach(piece -> choices.put(piece, new Choice(Form.COPY, why)));
        return new WriteBackPlan(choices);
    }

    public Choice of(Piece piece) {
        return choices.get(piece);
    }

    /** Nothing has to stand in for anything. */
    public boolean isWhole() {
        return choices.values().stream().map(Choice::form).allMatch(form -> form == Form.ITSELF || form == Form.ONCE);
    }

    /** The answers are in the chart once they are complete. */
    public boolean isResponseKept() {
        Form form = of(Piece.RESPONSE).form();
        return form == Form.ITSELF || form == Form.ONCE;
    }

    /** What the rest builds on is written as itself: the result can be read again, its proposals accepted and declined. */
    public boolean isFoundAgain() {
        return Stream.of(Piece.ASSESSMENT, Piece.GROUP, Piece.ORDERS, Piece.TASKS)
                .allMatch(piece -> of(piece).form() == Form.ITSELF);
    }

    /** Nothing of the judgement is written. */
    public boolean isCopied() {
        return of(Piece.ASSESSMENT).form() == Form.COPY;
    }

    /** A document is written: for the assessment, or for what has no other place. */
    public boolean needsDocument() {
        return choices.values().stream().anyMatch(choice -> choice.form() == Form.DOCUMENT);
    }

    /** The clinician has to copy something, or it is not in the chart. */
    public boolean needsCopying() {
        return choices.values().stream().anyMatch(choice -> choice.form() == Form.COPY);
    }

    /** One line for each piece that is not written as itself. */
    public List<String> lines() {
        return Stream.of(Piece.values())
                .filter(piece -> of(piece).form() != Form.ITSELF)
                .map(piece -> capital(piece.words()) + ": " + of(piece).form().words() + ", because "
                        + of(piece).why() + ".")
                .toList();
    }

    private static Choice response(Allowance allowance) {
        Choice kept = inWords(Piece.RESPONSE, allowance);
        return kept.form() != Form.ITSELF
                ? kept
                : allowance
                        .obstacleToChanging(Piece.RESPONSE.type())
                        .map(obstacle -> new Choice(Form.ONCE, obstacle))
                        .orElse(kept);
    }

    private static Choice assessment(Allowance allowance) {
        Optional<String> itself = allowance.obstacleToKeeping(Piece.ASSESSMENT.type());
        if (itself.isEmpty()) {
            return new Choice(Form.ITSELF, "");
        }
        Optional<String> observation = allowance.obstacleToKeeping(OBSERVATION);
        return observation
                .map(obstacle -> words(itself.get() + ", and " + obstacle, allowance))
                .orElseGet(() -> new Choice(Form.OBSERVATION, itself.get()));
    }

    private static Choice inWords(Piece piece, Allowance allowance) {
        return allowance
                .obstacleToKeeping(piece.type())
                .map(obstacle -> words(obstacle, allowance))
                .orElseGet(() -> new Choice(Form.ITSELF, ""));
    }

    private static Choice words(String obstacle, Allowance allowance) {
        return allowance
                .obstacleToKeeping(DOCUMENT)
                .map(none -> new Choice(Form.COPY, obstacle + ", and " + none))
                .orElseGet(() -> new Choice(Form.DOCUMENT, obstacle));
    }

    private static Choice orNothing(Piece piece, Allowance allowance) {
        return allowance
                .obstacle(piece.type())
                .map(obstacle -> new Choice(Form.LEFT_OUT, obstacle))
                .orElseGet(() -> new Choice(Form.ITSELF, ""));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
