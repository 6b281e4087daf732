package org.fascicle.cdshooks.notice;

import java.util.List;
import java.util.Optional;
import org.fascicle.cdshooks.card.Indicator;
import org.fascicle.cdshooks.card.Markdown;
import org.fascicle.cdshooks.card.Message;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.workup.NotProposed;
import org.fascicle.fhir.result.Judged;

/** An EMG where the rules say that something else comes first, the examination above all. */
final class EmgTooEarly {
    private EmgTooEarly() {}

    static Optional<Notice> of(Situation situation, Draft draft) {
        if (!draft.activities().contains(Activity.EMG)) {
            return Optional.empty();
        }
        return situation
                .judged()
                .flatMap(judged -> judged.workup()
                        .because(NotProposed.Cause.HELD_BACK)
                        .filter(held -> held.activity() == Activity.EMG)
                        .findFirst()
                        .map(held -> notice(situation, judged, held, draft)));
    }

    private static Notice notice(Situation situation, Judged judged, NotProposed held, Draft draft) {
        List<String> first = judged.workup().proposals().stream()
                .map(proposal -> proposal.activity().words())
                .toList();
        Markdown detail = new Markdown()
                .paragraph("EMG and nerve conduction studies: " + held.why() + ".")
                .section("Comes first", first);
        return new Notice(
                Matter.of("early-emg", judged.header().key()),
                new Message(
                        "EMG for muscle twitching: " + held.why(),
                        Indicator.WARNING,
                        new Explained(judged, situation.unread()).onto(detail).toString()),
                draft.withdrawal().stream().toList(),
                Optional.of(judged.header().key()));
    }
}
