package org.fascicle.cdshooks.card;

import java.util.List;

/** Something a clinician can accept with one click. All its actions are carried out, or none. */
public record Suggestion(String label, boolean isRecommended, List<Action> actions) {
    public Suggestion {
        actions = List.copyOf(actions);
    }

    public static Suggestion recommended(String label, Action action) {
        return new Suggestion(label, true, List.of(action));
    }

    public static Suggestion possible(String label, Action action) {
        return new Suggestion(label, false, List.of(action));
    }
}
