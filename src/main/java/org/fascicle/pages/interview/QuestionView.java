package org.fascicle.pages.interview;

import java.util.List;
import java.util.Optional;

/**
 * A question as it is drawn.
 *
 * @param id of its element
 * @param isFollowUp whether an earlier answer opened it
 */
public record QuestionView(
        String linkId, String id, Wordings wordings, Field field, List<SourceView> sources, boolean isFollowUp) {

    /**
     * @param fault what is wrong with the answer
     */
    public record Wordings(String text, Optional<String> help, boolean isCore, Optional<String> fault) {}

    /** How it is answered. */
    public sealed interface Field {}

    /** @param look how the options stand: {@code short}, {@code long}, or in a row that wraps */
    public record Choices(boolean isMany, String look, List<OptionView> options) implements Field {
        public Choices {
            options = List.copyOf(options);
        }

        public boolean isAnswered() {
            return options.stream().anyMatch(OptionView::isChosen);
        }
    }

    /**
     * @param unit that stands behind it; empty for none
     * @param hint how it is written
     */
    public record Line(String value, String keyboard, String unit, String hint) implements Field {}

    public record Lines(String value, int most) implements Field {}

    public record OptionView(String id, String code, String words, boolean isChosen, boolean isExclusive) {}

    /** Where in the chart an answer comes from. */
    public record SourceView(String words, String date, String reference) {}

    public QuestionView {
        sources = List.copyOf(sources);
    }

    public boolean isFaulty() {
        return wordings.fault().isPresent();
    }

    /** Whether the answer is short enough to stand beside the question. */
    public boolean isInRow() {
        return field instanceof Line
                || field instanceof Choices choices && choices.look().equals("short");
    }

    /** Whether a drawing of the body stands beside its answers. */
    public boolean isOnBody() {
        return linkId.equals(BodyMap.LINK_ID);
    }

    /** The ids of what describes the field. */
    public String describedBy() {
        return String.join(" ", described()).strip();
    }

    private List<String> described() {
        return List.of(
                wordings.help().isPresent()
                                || field instanceof Line line && !line.hint().isEmpty()
                        ? id + "-help"
                        : "",
                isFaulty() ? id + "-fault" : "");
    }

    @Override
    public String toString() {
        return "QuestionView[" + linkId + "]";
    }
}
