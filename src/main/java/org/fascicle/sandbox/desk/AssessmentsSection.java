package org.fascicle.sandbox.desk;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.look.Words;
import org.fascicle.sandbox.sheet.Assessed;

/**
 * The part of a chart page that watches for new results: it asks again every few seconds with what it shows, and is sent
 * anew when the chart holds something else.
 *
 * @param known the pressing results that the page showed before, as {@link #pressing}
 */
public record AssessmentsSection(String patient, List<Assessed> assessments, Words words, Optional<String> known) {

    public AssessmentsSection {
        assessments = List.copyOf(assessments);
    }

    /** What is shown, in short: another text means another state of the chart. */
    public String seen() {
        String state = assessments.stream()
                .map(one -> one.stamp()
                        + one.urgency()
                        + one.proposals().stream()
                                .map(proposal -> proposal.key() + proposal.status())
                                .sorted()
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
        return UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The pressing results among them, by id and version. */
    public String pressing() {
        return pressed().map(AssessmentsSection::mark).collect(Collectors.joining("~"));
    }

    /** A pressing result that came while the page was open. */
    public Optional<Assessed> news() {
        return known.flatMap(before -> pressed()
                .filter(one -> !List.of(before.split("~")).contains(mark(one)))
                .findFirst());
    }

    private Stream<Assessed> pressed() {
        return assessments.stream().filter(Assessed::isPressing);
    }

    private static String mark(Assessed one) {
        return one.stamp().id() + "." + one.stamp().version();
    }

    public String day(Optional<LocalDate> day) {
        return day.map(words::day).orElse("");
    }

    @Override
    public String toString() {
        return "AssessmentsSection[" + assessments.size() + "]";
    }
}
