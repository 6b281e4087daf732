package org.fascicle.cdshooks.feedback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fascicle.cdshooks.call.Hook;
import org.fascicle.cdshooks.card.Card;
import org.fascicle.cdshooks.notice.Matter;
import org.fascicle.cdshooks.notice.Notice;
import org.fascicle.state.Held;
import org.fascicle.state.Shelf;
import org.fascicle.state.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers every card and what was said to it. A matter that was declined or acted on is not brought up again for a
 * while, whoever opens the chart.
 */
public final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final Duration FOR_FEEDBACK = Duration.ofDays(30);
    private static final Duration HISTORY = Duration.ofDays(3650);
    private static final int MOST_REMEMBERED = 200;
    private static final int TRIES = 20;

    private final Shelf<Issued> issued;
    private final Shelf<Quiet> quiet;
    private final Shelf<History> histories;

    /** @param silence for how long a matter is not brought up again */
    public Ledger(State state, Duration silence) {
        issued = state.shelf("card", Issued.class, FOR_FEEDBACK);
        quiet = state.shelf("card-quiet", Quiet.class, silence);
        histories = state.shelf("card-history", History.class, HISTORY);
    }

    private record Quiet(String outcome) {}

    private record History(List<Remembered> lines) {}

    public boolean isQuiet(Whose whose, Matter matter) {
        return quiet.find(name(whose, matter.rule(), matter.focus())).isPresent();
    }

    /**
     * The card of a notice, remembered. The same notice in the same moment ({@code hookInstance}) is the same card.
     */
    public Card issue(Whose whose, Hook hook, String instance, Notice notice) {
        Matter matter = notice.matter();
        String name = name(whose, matter.rule(), matter.focus()) + '\n' + hook.service() + '\n' + instance;
        String uuid =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        issued.put(uuid, new Issued(whose.client(), whose.patient(), hook.service(), matter.rule(), matter.focus()));
        return new Card(uuid, notice.message(), notice.suggestions(), notice.response());
    }

    /**
     * Remembers what was said, once however often it is told; the last word on a card stands.
     *
     * @return false when this client was shown no such card by this service
     */
    public boolean tell(String client, Hook hook, Feedback feedback) {
        Optional<Issued> card = issued.find(feedback.card())
                .map(Held::value)
                .filter(shown -> shown.client().equals(client))
                .filter(shown -> shown.service().equals(hook.service()));
        card.ifPresent(shown -> tell(shown, feedback));
        return card.isPresent();
    }

    private void tell(Issued shown, Feedback feedback) {
        quiet.put(name(shown.whose(), shown.rule(), shown.focus()), new Quiet(feedback.outcome()));
        remember(shown.whose().name(), new Remembered(shown.service(), shown.rule(), feedback));
        LOG.info("a card of {} was {}", shown.rule(), feedback.outcome());
    }

    private void remember(String name, Remembered line) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Held<History>> held = histories.find(name);
            History longer =
                    new History(added(held.map(Held::value).map(History::lines).orElse(List.of()), line));
            boolean kept = held.isPresent() ? histories.replace(name, held.get(), longer) : histories.add(name, longer);
            if (kept) {
                return;
            }
        }
        throw new IllegalStateException("the history of cards changes faster than it can be written");
    }

    private static List<Remembered> added(List<Remembered> lines, Remembered line) {
        List<Remembered> longer = new ArrayList<>(lines);
        longer.removeIf(old -> old.feedback().card().equals(line.feedback().card()));
        longer.add(line);
        return longer.subList(Math.max(0, longer.size() - MOST_REMEMBERED), longer.size());
    }

    /** What was said to a patient's cards, the oldest first. */
    public List<Remembered> history(Whose whose) {
        return histories.find(whose.name()).map(Held::value).map(History::lines).orElse(List.of());
    }

    private static String name(Whose whose, String rule, String focus) {
        return whose.name() + '\n' + rule + '\n' + focus;
    }
}
