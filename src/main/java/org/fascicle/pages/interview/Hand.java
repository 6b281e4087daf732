package org.fascicle.pages.interview;

import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.oauth.Handles;
import org.fascicle.pages.visit.Form;

/**
 * Which drawing of the form sends this, and what it was drawn from.
 *
 * @param form the same for everything one page sends
 * @param draft the id of the response the page has seen last; empty before the first was saved
 * @param version of that response
 * @param after the id of the response this launch had completed last when the page was drawn; empty before the first
 */
record Hand(String form, Optional<String> draft, Optional<String> version, Optional<String> after) {
    static final String FORM = "form";
    static final String DRAFT = "draft";
    static final String VERSION = "version";
    static final String AFTER = "after";

    static Hand of(Form form) {
        return new Hand(
                form.find(FORM).filter(Handles::isHandle).orElseGet(Handles::fresh),
                form.find(DRAFT),
                form.find(VERSION),
                form.find(AFTER));
    }

    static Hand fresh(Base base, Optional<String> after) {
        return new Hand(
                Handles.fresh(),
                base.stored().map(Stored::key).map(Key::id),
                base.stored().map(Stored::version),
                after);
    }

    Hand seeing(Stored newer) {
        return new Hand(form, Optional.of(newer.key().id()), Optional.of(newer.version()), after);
    }
}
