package org.fascicle.sandbox.authority;

import java.util.List;
import org.fascicle.look.Frame;

/**
 * A page on which somebody is chosen.
 *
 * @param field what the choice is called in the form: {@code clinician} or {@code patient}
 * @param request the request under way, empty when there is none
 */
public record ChoicePage(Frame frame, String title, String action, String field, List<Person> people, String request) {

    public ChoicePage {
        people = List.copyOf(people);
    }
}
