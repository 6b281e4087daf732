package org.fascicle.cdshooks.notice;

import java.util.List;
import java.util.Optional;
import org.fascicle.cdshooks.card.Indicator;
import org.fascicle.cdshooks.card.Markdown;
import org.fascicle.cdshooks.card.Message;

/** Twitching on the problem list, and nobody has taken its history. */
final class NoHistory {
    private NoHistory() {}

    static Optional<Notice> of(Situation situation) {
        return situation.hasTwitchingProblem() && situation.response().isEmpty()
                ? Optional.of(notice(situation))
                : Optional.empty();
    }

    private static Notice notice(Situation situation) {
        Markdown detail = new Markdown()
                .paragraph(
                        "Muscle twitching is on the problem list, and there is no history of it to assess. The history"
                                + " takes a few minutes, and says whether examination, bloods, EMG or referral are called for.")
                .section("Please note", Explained.notRead(situation.unread()).toList());
        return new Notice(
                Matter.of("no-history"),
                new Message(
                        "Muscle twitching is on the problem list; its history was not taken",
                        Indicator.INFO,
                        Explained.closing(detail).toString()),
                List.of(),
                Optional.empty());
    }
}
