package org.fascicle.fhir.term;

import static org.fascicle.clinical.lab.Analyte.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fascicle.clinical.lab.Analyte;

/**
 * The LOINC codes by which a chart may name an analyte: every verified one of source D.1, the one we order first.
 *
 * <p>The code tells what was measured; the unit, not the code, tells how the number is read.
 */
public final class AnalyteCodes {
    /** Calcium the laboratory itself corrected for albumin. */
    private static final String ADJUSTED_CALCIUM = "29265-6";

    /** Weighed as the nitrogen in urea, which is about half of its mass. */
    private static final Set<String> UREA_NITROGEN = Set.of("3094-0", "14937-7");

    private static final Map<Analyte, List<String>> CODES = Map.ofEntries(
            Map.entry(SODIUM, List.of("2951-2", "2947-0")),
            Map.entry(POTASSIUM, List.of("2823-3", "6298-4")),
            Map.entry(CALCIUM, List.of("17861-6", "2000-8", ADJUSTED_CALCIUM, "49765-1")),
            Map.entry(IONISED_CALCIUM, List.of("1995-0", "1994-3", "17864-0", "12180-6")),
            Map.entry(MAGNESIUM, List.of("19123-9", "2601-3", "21377-7")),
            Map.entry(PHOSPHATE, List.of("2777-1", "14879-1")),
            Map.entry(CREATININE, List.of("2160-0", "14682-9")),
            Map.entry(UREA, List.of("3094-0", "22664-7", "14937-7")),
            Map.entry(BICARBONATE, List.of("1963-8")),
            Map.entry(CHLORIDE, List.of("2075-0")),
            Map.entry(EGFR, List.of("62238-1", "33914-3")),
            Map.entry(GLUCOSE, List.of("2345-7", "14749-6", "1558-6")),
            Map.entry(ALBUMIN, List.of("1751-7")),
            Map.entry(CREATINE_KINASE, List.of("2157-6")),
            Map.entry(THYROTROPIN, List.of("3016-3", "11579-0", "11580-8")),
            Map.entry(FREE_T4, List.of("3024-7", "14920-3")),
            Map.entry(FREE_T3, List.of("14928-6")),
            Map.entry(VITAMIN_D, List.of("62292-8", "1989-3", "68438-1", "35365-6")),
            Map.entry(VITAMIN_B12, List.of("2132-9")),
            Map.entry(PARATHYRIN, List.of("2731-8")),
            Map.entry(HBA1C, List.of("4548-4", "17856-6")),
            Map.entry(C_REACTIVE_PROTEIN, List.of("1988-5")),
            Map.entry(SEDIMENTATION_RATE, List.of("4537-7")),
            Map.entry(LITHIUM, List.of("14334-7")),
            Map.entry(THEOPHYLLINE, List.of("4049-3")),
            Map.entry(DIGOXIN, List.of("10535-3")));

    private static final Map<String, Analyte> ANALYTES = byCode();

    private AnalyteCodes() {}

    /** Every code read as this analyte; the first is the one it is ordered with. */
    public static List<String> of(Analyte analyte) {
        return CODES.get(analyte);
    }

    public static Optional<Analyte> find(String loinc) {
        return Optional.ofNullable(ANALYTES.get(loinc));
    }

    static boolean isAdjustedCalcium(String loinc) {
        return ADJUSTED_CALCIUM.equals(loinc);
    }

    static boolean isUreaNitrogen(String loinc) {
        return UREA_NITROGEN.contains(loinc);
    }

    private static Map<String, Analyte> byCode() {
        Map<String, Analyte> analytes = new HashMap<>();
        CODES.forEach((analyte, codes) -> codes.forEach(code -> analytes.put(code, analyte)));
        return Map.copyOf(analytes);
    }
}
