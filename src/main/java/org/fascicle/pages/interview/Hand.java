package org.fascicle.pages.interview;

import java.util.Optional;
import org.fascicle.oauth.Handles;
import org.fascicle.pages.visit.Form;

/**
 * Which drawing of the form sends this, and what it was drawn from.
 *
 * @param form the same for everything one page sends
 * @param version of the draft the page has seen last; empty before the first was saved
 */
record Hand(String form, Optional<String> version) {
    static final String FORM = "form";
    static final String VERSION = "version";

    static Hand of(Form form) {
        return new Hand(form.find(FORM).filter(Handles::isHandle).orElseGet(Handles::fresh), form.find(VERSION));
    }

    static Hand fresh(Optional<String> version) {
        return new Hand(Handles.fresh(), version);
    }

    Hand seeing(String newer) {
        return new Hand(form, Optional.of(newer));
    }
}
