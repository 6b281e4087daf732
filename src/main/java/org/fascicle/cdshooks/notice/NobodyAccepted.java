package org.fascicle.cdshooks.notice;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.fascicle.cdshooks.card.Indicator;
import org.fascicle.cdshooks.card.Markdown;
import org.fascicle.cdshooks.card.Message;
import org.fascicle.clinical.chart.PlacedOrder;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.fhir.result.Judged;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;

/** An urgent result of which nothing that it proposes was accepted, declined or ordered otherwise. */
final class NobodyAccepted {
    private NobodyAccepted() {}

    static Optional<Notice> of(Situation situation) {
        return situation
                .recorded()
                .filter(recorded -> recorded.urgency()
                        .filter(urgency -> urgency.isAtLeast(Urgency.URGENT))
                        .isPresent())
                .filter(recorded -> isUntouched(recorded, situation))
                .flatMap(recorded -> situation.judged().map(judged -> notice(situation, recorded, judged)));
    }

    private static boolean isUntouched(Recorded recorded, Situation situation) {
        List<ServiceRequest> proposals = recorded.proposals();
        return !proposals.isEmpty()
                && recorded.untouched().size() == proposals.size()
                && !isOrderedOtherwise(recorded, situation);
    }

    /** An order since the assessment for something it proposes: the workup exists. */
    private static boolean isOrderedOtherwise(Recorded recorded, Situation situation) {
        Optional<LocalDate> assessed = day(recorded.assessment());
        List<PlacedOrder> proposed = Orders.read(recorded.proposals(), situation.subject());
        return Orders.placed(situation).stream()
                .filter(order -> assessed.isEmpty()
                        || order.entry().date().filter(assessed.get()::isAfter).isEmpty())
                .anyMatch(order -> proposed.stream()
                        .flatMap(proposal -> proposal.activities().stream())
                        .anyMatch(order::covers));
    }

    private static Optional<LocalDate> day(RiskAssessment assessment) {
        return assessment.hasOccurrenceDateTimeType()
                ? Optional.of(assessment
                        .getOccurrenceDateTimeType()
                        .getValue()
                        .toInstant()
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate())
                : Optional.empty();
    }

    private static Notice notice(Situation situation, Recorded recorded, Judged judged) {
        Urgency urgency = recorded.urgency().orElseThrow();
        Markdown detail = new Markdown()
                .paragraph("The assessment of this patient's muscle twitching asks for action " + urgency.words()
                        + ". Nothing it proposes was accepted, declined or ordered otherwise.");
        return new Notice(
                Matter.of(
                        "unaccepted",
                        recorded.assessment().getIdElement().getIdPart(),
                        recorded.assessment().getMeta().hasVersionId()
                                ? recorded.assessment().getMeta().getVersionId()
                                : "",
                        urgency.code()),
                new Message(
                        "Workup for muscle twitching proposed, not yet ordered: " + urgency.words(),
                        Indicator.of(urgency),
                        new Explained(judged, situation.unread()).onto(detail).toString()),
                OrderDrafts.ofProposals(recorded.untouched()),
                Optional.of(judged.header().key()));
    }
}
