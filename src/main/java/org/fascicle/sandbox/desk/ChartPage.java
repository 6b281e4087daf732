package org.fascicle.sandbox.desk;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.look.Banner;
import org.fascicle.look.Banner.Fact;
import org.fascicle.look.Frame;
import org.fascicle.sandbox.sheet.Identity;

/** An open chart, and the way from it into Fascicle. */
public record ChartPage(Frame frame, OpenedChart chart, URI base) {

    public Banner banner() {
        Identity who = chart.who();
        List<Fact> facts = new ArrayList<>();
        who.born()
                .ifPresent(born -> facts.add(new Fact(
                        "Born",
                        day(born) + who.age().map(age -> " (" + age + ")").orElse(""))));
        if (!who.sex().isEmpty()) {
            facts.add(new Fact("Sex", who.sex()));
        }
        if (!who.number().isEmpty()) {
            facts.add(new Fact("Number", who.number()));
        }
        return new Banner(who.name(), facts);
    }

    public String day(LocalDate day) {
        return frame.words().day(day);
    }

    public String day(Optional<LocalDate> day) {
        return day.map(this::day).orElse("");
    }
}
