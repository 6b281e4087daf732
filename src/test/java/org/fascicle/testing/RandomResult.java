package org.fascicle.testing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Flag;
import org.fascicle.clinical.lab.Interval;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.clinical.lab.Report;
import org.fascicle.fhir.term.Plausible;

/** A laboratory result drawn at random: mostly normal and final, often on the hour, so that some are of one moment. */
record RandomResult(Random random, double illness) {

    LabResult draw(Analyte analyte, String reference) {
        Interval usual = usual(analyte);
        OffsetDateTime taken = taken();
        return new LabResult(analyte, value(analyte, usual), taken, report(analyte, usual), reference);
    }

    /** On the hour, or only the day. */
    OffsetDateTime taken() {
        return known(RandomCase.AUTHORED.minusDays(days()).minusHours(random.nextInt(4)));
    }

    /** Of this week, and final. */
    LabResult recent(Analyte analyte, String reference) {
        OffsetDateTime taken = RandomCase.AUTHORED.minusDays(random.nextInt(7)).minusMinutes(1);
        return new LabResult(analyte, value(analyte, usual(analyte)), known(taken), Report.PLAIN, reference);
    }

    /** Of some only the day is known. */
    private static OffsetDateTime known(OffsetDateTime taken) {
        boolean isDayOnly = (taken.getDayOfMonth() + taken.getHour()) % 5 == 0;
        return isDayOnly ? taken.truncatedTo(ChronoUnit.DAYS) : taken;
    }

    private int days() {
        return random.nextInt(random.nextInt(5) == 0 ? 500 : 60);
    }

    private double value(Analyte analyte, Interval usual) {
        double spread = usual.high() - usual.low();
        double value = usual.low() + spread * random.nextDouble();
        if (random.nextDouble() < illness) {
            double most = analyte == Analyte.CREATINE_KINASE ? 40 : 4;
            value += (random.nextDouble() - 0.5) * most * spread;
        }
        double reported = rounded(value);
        return Plausible.is(analyte, reported) ? reported : usual.high();
    }

    /** To as many places as laboratories report, so that limits are met exactly now and then. */
    private double rounded(double value) {
        int places = value > 20 ? 0 : random.nextInt(3) + 1;
        return BigDecimal.valueOf(value)
                .setScale(places, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private Report report(Analyte analyte, Interval usual) {
        Flag quiet = random.nextInt(6) == 0 ? Flag.NORMAL : Flag.NONE;
        Flag flag = random.nextDouble() < illness / 4 ? Flag.values()[random.nextInt(4)] : quiet;
        boolean isAdjusted = analyte == Analyte.CALCIUM && random.nextInt(4) == 0;
        return new Report(random.nextInt(10) > 0, flag, interval(usual), random.nextInt(20) == 0, isAdjusted);
    }

    /** Now and then the report's own, perhaps open at one end. */
    private Optional<Interval> interval(Interval usual) {
        double low = rounded(usual.low());
        double high = rounded(usual.high());
        return switch (random.nextInt(8)) {
            case 0 -> Optional.of(new Interval(low, high)).filter(interval -> low < high);
            case 1 -> Optional.of(new Interval(Double.NEGATIVE_INFINITY, high));
            default -> Optional.empty();
        };
    }

    private static Interval usual(Analyte analyte) {
        return switch (analyte) {
            case SODIUM -> new Interval(134, 145);
            case POTASSIUM -> new Interval(3.6, 5.2);
            case CALCIUM -> new Interval(2.25, 2.55);
            case IONISED_CALCIUM -> new Interval(1.16, 1.29);
            case MAGNESIUM -> new Interval(0.72, 0.98);
            case PHOSPHATE -> new Interval(0.85, 1.45);
            case GLUCOSE -> new Interval(4, 7);
            case CREATININE -> new Interval(60, 110);
            case CREATINE_KINASE -> new Interval(50, 180);
            case THYROTROPIN -> new Interval(0.5, 5);
            case ALBUMIN -> new Interval(36, 48);
            case EGFR -> new Interval(30, 110);
            case CHLORIDE -> new Interval(95, 108);
            case BICARBONATE -> new Interval(22, 29);
            case HBA1C -> new Interval(4, 6);
            case LITHIUM -> new Interval(0.4, 1.2);
            default -> new Interval(1, 10);
        };
    }
}
