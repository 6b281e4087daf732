package org.fascicle.fhir.chart;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.UnreadAlert;
import org.hl7.fhir.r4.model.Type;

/**
 * Reads when what was flagged critical can have been taken. What is not told to the day, or is a slip, was taken by the end
 * of what is told, and before the report was last stored.
 */
record AlertFromFhir(LabReport report) {

    UnreadAlert read(Analyte analyte) {
        return new UnreadAlert(analyte, taken(), latest(), report.reference());
    }

    private Optional<OffsetDateTime> taken() {
        return dated().filter(date -> !Moments.isOfOneDay(date)).isPresent()
                ? Optional.empty()
                : report.taken().filter(taken -> !report.isTooLate(taken));
    }

    private Optional<OffsetDateTime> latest() {
        return Stream.concat(dated().flatMap(Moments::lastDay).map(AlertFromFhir::endOf).stream(), stored().stream())
                .min(OffsetDateTime.timeLineOrder());
    }

    private Optional<OffsetDateTime> stored() {
        return Moments.earliest(report.from().resource().getMeta().getLastUpdatedElement());
    }

    /** What the Observation itself tells. */
    private Optional<Type> dated() {
        return Stream.<Type>of(
                        report.observation().getEffective(),
                        report.observation().getIssuedElement())
                .filter(date -> Moments.days(date).isPresent())
                .findFirst();
    }

    private static OffsetDateTime endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
