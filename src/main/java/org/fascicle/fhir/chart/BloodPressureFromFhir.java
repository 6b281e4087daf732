package org.fascicle.fhir.chart;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.BloodPressure;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.lab.Interval;
import org.fascicle.fhir.term.Systems;
import org.fascicle.fhir.text.Phrases;

/** Finds the newest final blood pressure, whether its two numbers stand in one Observation or in two. */
final class BloodPressureFromFhir {
    /** Two numbers taken this close together are one blood pressure. */
    private static final Duration TOGETHER = Duration.ofMinutes(5);

    private final List<Reading> readings = new ArrayList<>();
    private final Gathered gathered;

    BloodPressureFromFhir(Gathered gathered) {
        this.gathered = gathered;
    }

    /** Which of the two numbers, and what it can be in a living patient, in mm[Hg]. */
    private enum Side {
        SYSTOLIC("8480-6", "systolic blood pressure", new Interval(30, 350)),
        DIASTOLIC("8462-4", "diastolic blood pressure", new Interval(10, 250));

        private final String loinc;
        private final String words;
        private final Phrases names;
        private final Interval possible;

        Side(String loinc, String words, Interval possible) {
            this.loinc = loinc;
            this.words = words;
            this.names = Phrases.of(words);
            this.possible = possible;
        }

        static Optional<Side> find(Concept code) {
            return Stream.of(values()).filter(side -> side.isNamedBy(code)).findFirst();
        }

        private boolean isNamedBy(Concept code) {
            return code.hasCodeOf(Systems.LOINC)
                    ? code.codes(Systems.LOINC).anyMatch(loinc::equals)
                    : code.wordings().stream().anyMatch(name -> name.states(names));
        }
    }

    private record Reading(Side side, double value, OffsetDateTime taken, String reference) {

        boolean isTogetherWith(Reading other) {
            return Duration.between(taken, other.taken).abs().compareTo(TOGETHER) <= 0;
        }
    }

    void read(LabReport report) {
        if (report.isFinal()) {
            report.measurements().forEach(part -> Side.find(part.code()).ifPresent(side -> read(side, part, report)));
        }
    }

    private void read(Side side, Measurement part, LabReport report) {
        part.value().ifPresent(value -> {
            Optional<Double> pressure = AmountFromFhir.read(value)
                    .flatMap(amount -> amount.asPressure())
                    .map(BigDecimal::doubleValue)
                    .filter(side.possible::contains);
            if (pressure.isEmpty() || report.taken().isEmpty() || report.isAboutSomethingElse()) {
                gathered.unread(report.from(), "the " + side.words + " was not used: no date, unit or possible number");
            } else {
                readings.add(new Reading(side, pressure.get(), report.taken().get(), report.reference()));
            }
        });
    }

    /** The newest of each number, when they belong together; of several at one moment the highest. */
    Optional<BloodPressure> newest() {
        Optional<Reading> newest = readings.stream().max(comparing(Reading::taken));
        return newest.map(last -> {
            List<Reading> together =
                    readings.stream().filter(last::isTogetherWith).toList();
            Entry entry = new Entry(last.reference(), Optional.of(last.taken().toLocalDate()));
            return new BloodPressure(highest(Side.SYSTOLIC, together), highest(Side.DIASTOLIC, together), entry);
        });
    }

    private static OptionalDouble highest(Side side, List<Reading> readings) {
        return readings.stream()
                .filter(reading -> reading.side() == side)
                .max(comparingDouble(Reading::value))
                .map(reading -> OptionalDouble.of(reading.value()))
                .orElse(OptionalDouble.empty());
    }
}
