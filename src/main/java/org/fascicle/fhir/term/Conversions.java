package org.fascicle.fhir.term;

import static org.fascicle.clinical.lab.Analyte.*;
import static org.fascicle.fhir.term.Dimension.*;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.fascicle.clinical.lab.Analyte;

/**
 * Numbers in any unit a laboratory uses brought to the analyte's canonical unit.
 *
 * <p>The factors of source B.8, exact as decimals, so that a value on a limit is on it in every unit. Free thyroid
 * hormones, theophylline, digoxin and urea nitrogen are general knowledge: their molar masses.
 */
public final class Conversions {
    /** From the {@link Dimension}'s standing unit to the canonical one. */
    private static final Map<Analyte, Map<Dimension, String>> FACTORS = Map.ofEntries(
            Map.entry(SODIUM, Map.of(AMOUNT, "1", EQUIVALENT, "1")),
            Map.entry(POTASSIUM, Map.of(AMOUNT, "1", EQUIVALENT, "1")),
            Map.entry(CALCIUM, Map.of(AMOUNT, "1", EQUIVALENT, "0.5", MASS, "0.02495")),
            Map.entry(IONISED_CALCIUM, Map.of(AMOUNT, "1", EQUIVALENT, "0.5", MASS, "0.02495")),
            Map.entry(MAGNESIUM, Map.of(AMOUNT, "1", EQUIVALENT, "0.5", MASS, "0.04114")),
            Map.entry(PHOSPHATE, Map.of(AMOUNT, "1", MASS, "0.03229")),
            Map.entry(CREATININE, Map.of(AMOUNT, "1000", MASS, "8.842")),
            Map.entry(UREA, Map.of(AMOUNT, "1")),
            Map.entry(BICARBONATE, Map.of(AMOUNT, "1", EQUIVALENT, "1")),
            Map.entry(CHLORIDE, Map.of(AMOUNT, "1", EQUIVALENT, "1")),
            Map.entry(EGFR, Map.of(FILTRATION, "1")),
            Map.entry(GLUCOSE, Map.of(AMOUNT, "1", MASS, "0.00555")),
            Map.entry(ALBUMIN, Map.of(MASS, "0.001")),
            Map.entry(CREATINE_KINASE, Map.of(ACTIVITY, "1")),
            Map.entry(THYROTROPIN, Map.of(ACTIVITY, "1000")),
            Map.entry(FREE_T4, Map.of(AMOUNT, "1E9", MASS, "1287000")),
            Map.entry(FREE_T3, Map.of(AMOUNT, "1E9", MASS, "1536000")),
            Map.entry(VITAMIN_D, Map.of(AMOUNT, "1E6", MASS, "2496")),
            Map.entry(VITAMIN_B12, Map.of(AMOUNT, "1E9", MASS, "738000")),
            Map.entry(PARATHYRIN, Map.of(AMOUNT, "1E9", MASS, "106000")),
            Map.entry(HBA1C, Map.of(PERCENT, "1")),
            Map.entry(C_REACTIVE_PROTEIN, Map.of(MASS, "1")),
            Map.entry(SEDIMENTATION_RATE, Map.of(SINKING, "1")),
            Map.entry(LITHIUM, Map.of(AMOUNT, "1", EQUIVALENT, "1")),
            Map.entry(THEOPHYLLINE, Map.of(MASS, "1", AMOUNT, "180.16")),
            Map.entry(DIGOXIN, Map.of(MASS, "1000", AMOUNT, "780900")));

    /** Urea weighed as its nitrogen: mg/dL × 0.357. Urea weighed whole is not read, for the two are easily confused. */
    private static final BigDecimal UREA_NITROGEN = new BigDecimal("0.0357");

    /** The master equation between IFCC (mmol/mol) and NGSP (%) haemoglobin A1c. */
    private static final BigDecimal NGSP_SLOPE = new BigDecimal("0.09148");

    private static final BigDecimal NGSP_OFFSET = new BigDecimal("2.152");

    private Conversions() {}

    /** The number in {@link Analyte#unit()}; empty when the unit is not known or not one of this analyte. */
    static Optional<BigDecimal> canonical(LabName name, BigDecimal number, Unit unit) {
        BigDecimal standing = number.multiply(unit.size());
        if (name.analyte() == HBA1C && unit.dimension() == PROPORTION) {
            return Optional.of(standing.multiply(NGSP_SLOPE).add(NGSP_OFFSET));
        }
        return factor(name, unit.dimension()).map(standing::multiply);
    }

    private static Optional<BigDecimal> factor(LabName name, Dimension dimension) {
        if (name.isUreaNitrogen() && dimension == MASS) {
            return Optional.of(UREA_NITROGEN);
        }
        return Optional.ofNullable(FACTORS.get(name.analyte()).get(dimension)).map(BigDecimal::new);
    }
}
