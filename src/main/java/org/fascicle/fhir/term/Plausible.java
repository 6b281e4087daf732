package org.fascicle.fhir.term;

import static org.fascicle.clinical.lab.Analyte.*;

import java.util.Map;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Interval;

/**
 * What a living patient's result can be, in canonical units. Wide enough for every value that has been survived; a number
 * outside is a slip of the pen or of the unit, and is not used (source C.6; the bounds are policy).
 *
 * <p>Nothing measured may be zero except what can be below detection.
 */
public final class Plausible {
    private static final Map<Analyte, Interval> BOUNDS = Map.ofEntries(
            Map.entry(SODIUM, new Interval(70, 300)),
            Map.entry(POTASSIUM, new Interval(0.5, 20)),
            Map.entry(CALCIUM, new Interval(0.3, 7)),
            Map.entry(IONISED_CALCIUM, new Interval(0.1, 4)),
            Map.entry(MAGNESIUM, new Interval(0.05, 15)),
            Map.entry(PHOSPHATE, new Interval(0.03, 15)),
            Map.entry(CREATININE, new Interval(5, 6000)),
            Map.entry(UREA, new Interval(0.1, 150)),
            Map.entry(BICARBONATE, new Interval(1, 100)),
            Map.entry(CHLORIDE, new Interval(30, 250)),
            Map.entry(EGFR, new Interval(0, 300)),
            Map.entry(GLUCOSE, new Interval(0.1, 150)),
            Map.entry(ALBUMIN, new Interval(7, 100)),
            Map.entry(CREATINE_KINASE, new Interval(1, 5_000_000)),
            Map.entry(THYROTROPIN, new Interval(0, 2000)),
            Map.entry(FREE_T4, new Interval(0, 500)),
            Map.entry(FREE_T3, new Interval(0, 200)),
            Map.entry(VITAMIN_D, new Interval(0, 3000)),
            Map.entry(VITAMIN_B12, new Interval(1, 200_000)),
            Map.entry(PARATHYRIN, new Interval(0, 1000)),
            Map.entry(HBA1C, new Interval(2, 25)),
            Map.entry(C_REACTIVE_PROTEIN, new Interval(0, 1500)),
            Map.entry(SEDIMENTATION_RATE, new Interval(0, 250)),
            Map.entry(LITHIUM, new Interval(0, 20)),
            Map.entry(THEOPHYLLINE, new Interval(0, 500)),
            Map.entry(DIGOXIN, new Interval(0, 500)));

    private Plausible() {}

    /** What its value can be, both ends included. */
    public static Interval of(Analyte analyte) {
        return BOUNDS.get(analyte);
    }

    public static boolean is(Analyte analyte, double value) {
        return of(analyte).contains(value);
    }
}
