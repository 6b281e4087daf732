package org.fascicle.fhir.term;

import java.util.Optional;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.fhir.text.Wording;

/**
 * What a code or a name says was measured.
 *
 * @param isAdjusted a calcium the laboratory corrected for albumin
 * @param isUreaNitrogen urea weighed as its nitrogen, where it is weighed
 */
public record LabName(Analyte analyte, boolean isAdjusted, boolean isUreaNitrogen) {

    public static Optional<LabName> findByCode(String loinc) {
        return AnalyteCodes.find(loinc)
                .map(analyte -> new LabName(
                        analyte, AnalyteCodes.isAdjustedCalcium(loinc), AnalyteCodes.isUreaNitrogen(loinc)));
    }

    public static Optional<LabName> findByText(Wording text) {
        return AnalyteNames.find(text)
                .map(analyte -> new LabName(
                        analyte,
                        analyte == Analyte.CALCIUM && AnalyteNames.isAdjusted(text),
                        analyte == Analyte.UREA && AnalyteNames.isUreaNitrogen(text)));
    }
}
