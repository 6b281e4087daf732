package org.fascicle.sandbox.desk;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fascicle.look.Banner;
import org.fascicle.look.Frame;
import org.fascicle.sandbox.cards.ShownCard;

/** An open chart, and the way from it into Fascicle. */
public record ChartPage(Frame frame, OpenedChart chart, List<ShownCard> cards, URI base) {

    public ChartPage {
        cards = List.copyOf(cards);
    }

    public Banner banner() {
        return Banners.of(chart.who(), frame.words());
    }

    /** The part that watches for new results. */
    public AssessmentsSection assessments() {
        return new AssessmentsSection(chart.who().id(), chart.assessments(), frame.words(), Optional.empty());
    }

    public String day(LocalDate day) {
        return frame.words().day(day);
    }

    public String day(Optional<LocalDate> day) {
        return day.map(this::day).orElse("");
    }
}
