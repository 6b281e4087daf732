package org.fascicle.pages.result;

import java.util.List;
import java.util.Optional;
import org.fascicle.look.Banner;
import org.fascicle.look.Frame;
import org.fascicle.look.Words;

/**
 * What the patient takes home.
 *
 * @param now what it means, in plain words
 * @param next what is arranged
 * @param safetyNet when to come back at once
 */
public record LeafletPage(
        Frame frame,
        Optional<Banner> banner,
        Words words,
        String back,
        String day,
        String now,
        List<String> next,
        List<String> advice,
        String safetyNet) {

    public LeafletPage {
        next = List.copyOf(next);
        advice = List.copyOf(advice);
    }

    @Override
    public String toString() {
        return "LeafletPage[]";
    }
}
