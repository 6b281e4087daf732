package org.fascicle.cdshooks.notice;

import java.util.List;
import java.util.Optional;
import org.fascicle.cdshooks.card.Indicator;
import org.fascicle.cdshooks.card.Markdown;
import org.fascicle.cdshooks.card.Message;

/** A record that was merged into another: its twitching is judged there, with what the other record knows. */
final class Merged {
    private Merged() {}

    static Optional<Notice> of(Situation situation) {
        return situation
                .replacement()
                .filter(other -> situation.isAboutTwitching())
                .map(other -> notice(other.replace("`", "")));
    }

    private static Notice notice(String other) {
        Markdown detail = new Markdown()
                .paragraph("This record was merged into " + other
                        + " and must no longer be used. Muscle twitching is assessed in that record.");
        return new Notice(
                Matter.of("merged", other),
                new Message(
                        "This patient's record was merged into another: assess muscle twitching there",
                        Indicator.WARNING,
                        Explained.closing(detail).toString()),
                List.of(),
                Optional.empty());
    }
}
