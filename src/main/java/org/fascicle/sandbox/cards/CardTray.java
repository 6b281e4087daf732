package org.fascicle.sandbox.cards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cards that were shown lately, so that one can be answered by its id; and those that were answered, which are not
 * shown again until the server starts anew.
 */
public final class CardTray {
    private static final int MOST = 1000;

    private final Map<String, ShownCard> shown = new LinkedHashMap<>();
    private final Map<String, Boolean> answered = new LinkedHashMap<>();

    /** Remembers them; answers those that were not answered yet. */
    public synchronized List<ShownCard> show(List<ShownCard> cards) {
        cards.forEach(card -> keep(shown, card.origin().id(), card));
        return cards.stream()
                .filter(card -> !answered.containsKey(card.origin().id()))
                .toList();
    }

    /** The card, once: whoever answers it a second time finds none. */
    public synchronized Optional<ShownCard> take(String id, String patient) {
        Optional<ShownCard> card = Optional.ofNullable(shown.get(id))
                .filter(one -> one.origin().patient().equals(patient))
                .filter(one -> !answered.containsKey(id));
        card.ifPresent(one -> keep(answered, id, true));
        return card;
    }

    private static <T> void keep(Map<String, T> map, String id, T thing) {
        map.put(id, thing);
        if (map.size() > MOST) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
