package org.fascicle.cdshooks.notice;

import java.util.Optional;
import org.fascicle.cdshooks.card.Indicator;
import org.fascicle.cdshooks.card.Markdown;
import org.fascicle.cdshooks.card.Message;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.fhir.result.Judged;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** A finished history that has no assessment, or one that no longer holds: what the rules say of it now. */
final class Unassessed {
    private Unassessed() {}

    static Optional<Notice> of(Situation situation) {
        return situation
                .response()
                .flatMap(response -> situation
                        .judged()
                        .flatMap(judged ->
                                why(situation, response, judged).map(why -> notice(situation, response, judged, why))));
    }

    /** In words for the summary; empty when the recorded assessment still holds. */
    private static Optional<String> why(Situation situation, QuestionnaireResponse response, Judged judged) {
        if (situation.recorded().isEmpty()) {
            return Optional.of("History of muscle twitching not assessed yet");
        }
        Recorded recorded = situation.recorded().get();
        if (!recorded.isOf(response)) {
            return Optional.of("History of muscle twitching changed after its assessment");
        }
        Urgency now = judged.assessment().urgency();
        boolean isWorse =
                recorded.urgency().filter(before -> now.compareTo(before) > 0).isPresent();
        return isWorse ? Optional.of("Muscle twitching is more urgent than when it was assessed") : Optional.empty();
    }

    private static Notice notice(Situation situation, QuestionnaireResponse response, Judged judged, String why) {
        Urgency urgency = judged.assessment().urgency();
        Markdown detail = new Markdown()
                .paragraph(why + ". By the rules, from the answers and the chart: " + urgency.words() + ".");
        return new Notice(
                Matter.of("unassessed", FinishedResponse.reference(response), urgency.code()),
                new Message(
                        why + ": " + urgency.words(),
                        Indicator.of(urgency),
                        new Explained(judged, situation.unread()).onto(detail).toString()),
                OrderDrafts.ofJudgement(situation.composed(judged)),
                Optional.of(response.getIdElement().getIdPart()));
    }
}
