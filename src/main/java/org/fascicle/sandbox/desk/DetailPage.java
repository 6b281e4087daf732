package org.fascicle.sandbox.desk;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.fascicle.look.Banner;
import org.fascicle.look.Frame;
import org.fascicle.sandbox.sheet.Detail;
import org.fascicle.sandbox.sheet.Identity;
import org.fascicle.sandbox.sheet.Trace;

/** One assessment of a patient. */
public record DetailPage(Frame frame, Identity who, Detail detail) {

    public Banner banner() {
        return Banners.of(who, frame.words());
    }

    /** What a trace is about, in the words of the page. */
    public String about(Trace trace) {
        return detail.assessed().proposals().stream()
                .filter(proposal -> trace.targets().contains(proposal.key()))
                .map(proposal -> proposal.what())
                .reduce((one, other) -> one + ", " + other)
                .filter(names -> !trace.targets()
                        .contains("RiskAssessment/" + detail.assessed().stamp().id()))
                .orElse("the assessment and its proposals");
    }

    public String day(Optional<LocalDate> day) {
        return day.map(frame.words()::day).orElse("");
    }

    public String moment(Optional<OffsetDateTime> moment) {
        return moment.map(frame.words()::moment).orElse("");
    }
}
