package org.fascicle.sandbox.desk;

import java.util.ArrayList;
import java.util.List;
import org.fascicle.look.Banner;
import org.fascicle.look.Banner.Fact;
import org.fascicle.look.Words;
import org.fascicle.sandbox.sheet.Identity;

/** The banner of a patient. */
final class Banners {
    private Banners() {}

    static Banner of(Identity who, Words words) {
        List<Fact> facts = new ArrayList<>();
        who.born()
                .ifPresent(born -> facts.add(new Fact(
                        "Born",
                        words.day(born) + who.age().map(age -> " (" + age + ")").orElse(""))));
        if (!who.sex().isEmpty()) {
            facts.add(new Fact("Sex", who.sex()));
        }
        if (!who.number().isEmpty()) {
            facts.add(new Fact("Number", who.number()));
        }
        return new Banner(who.name(), facts);
    }
}
