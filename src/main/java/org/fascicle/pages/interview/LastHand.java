package org.fascicle.pages.interview;

import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.smart.Launch;
import org.fascicle.state.Held;
import org.fascicle.state.Shelf;

/**
 * Remembers, on every node, what each drawing of the form wrote last: what a page saves by itself while its button is
 * pressed is not somebody else's change, and what is sent twice is written once.
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

    /** The response this form has written to. */
    Optional<Key> find(Launch launch, Hand hand) {
        return shelf.find(name(launch, hand))
                .map(Held::value)
                .map(wrote -> new Key("QuestionnaireResponse", wrote.response()));
    }

    private static String name(Launch launch, Hand hand) {
        return launch.key().handle() + '/' + hand.form();
    }
}
