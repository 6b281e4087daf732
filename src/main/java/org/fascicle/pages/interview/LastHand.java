package org.fascicle.pages.interview;

import java.util.Optional;
import org.fascicle.chart.Stored;
import org.fascicle.smart.Launch;
import org.fascicle.state.Held;
import org.fascicle.state.Shelf;

/**
 * Remembers, on every node, what each drawing of the form wrote last: what a page saves by itself while its button is
 * pressed is not somebody else's change, and what is sent twice is written once. And which response each launch completed
 * last: whoever goes back to the form afterwards changes that one.
 */
public final class LastHand {

    /** As it is kept: the id of the response, and its version. */
    public record Wrote(String response, String version) {}

    private final Shelf<Wrote> shelf;

    public LastHand(Shelf<Wrote> shelf) {
        this.shelf = shelf;
    }

    void wrote(Launch launch, Hand hand, Stored stored) {
        shelf.put(name(launch, hand), new Wrote(stored.key().id(), stored.version()));
    }

    boolean isOf(Launch launch, Hand hand, Stored stored) {
        return shelf.find(name(launch, hand))
                .filter(held -> held.value().equals(new Wrote(stored.key().id(), stored.version())))
                .isPresent();
    }

    Optional<Held<Wrote>> seen(Launch launch, Hand hand) {
        return shelf.find(name(launch, hand));
    }

    /** Notes a new response; false when the same form has written one since {@code seen}. */
    boolean began(Launch launch, Hand hand, Optional<Held<Wrote>> seen, Stored stored) {
        Wrote wrote = new Wrote(stored.key().id(), stored.version());
        return seen.map(held -> shelf.replace(name(launch, hand), held, wrote))
                .orElseGet(() -> shelf.add(name(launch, hand), wrote));
    }

    /** The id of the response this form has written to. */
    Optional<String> find(Launch launch, Hand hand) {
        return shelf.find(name(launch, hand)).map(Held::value).map(Wrote::response);
    }

    void completed(Launch launch, Stored stored) {
        shelf.put(name(launch), new Wrote(stored.key().id(), stored.version()));
    }

    /** The id of the response this launch has completed last, by whichever form. */
    Optional<String> findCompleted(Launch launch) {
        return shelf.find(name(launch)).map(Held::value).map(Wrote::response);
    }

    private static String name(Launch launch) {
        return launch.key().handle() + " completed";
    }

    private static String name(Launch launch, Hand hand) {
        return launch.key().handle() + '/' + hand.form();
    }
}
