package org.fascicle.fhir.chart;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fascicle.fhir.term.LabAmount;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * Reads a number and its unit out of a quantity, or out of text that holds nothing else ("2.3 mmol/L", "<0.30 mU/L").
 *
 * <p>A result below or above what could be measured counts as the limit itself (C.8.32).
 */
final class AmountFromFhir {
    private static final Pattern TEXT = Pattern.compile(
            "([<>]=?|[\u2264\u2265])?\\s*(-?\\d{1,12}(?:[.,]\\d{1,12})?)\\s*" + "(?<unit>[^\\d\\s].{0,60})?");

    /** One thousand two hundred, or one point two: nobody can tell. */
    private static final Pattern AMBIGUOUS = Pattern.compile("-?[1-9]\\d{0,2},\\d{3}");

    /** The laboratory's flag after the unit: "2.3 mmol/L (L)", "2.3 mmol/L LL". */
    private static final Pattern FLAGGED =
            Pattern.compile("(?<amount>.*[^\\s/])(?:\\s+(?<bare>HH?|LL?|AA?)|\\s*\\((?<closed>HH?|LL?|AA?|N)\\))");

    private AmountFromFhir() {}

    static Optional<LabAmount> read(Type value) {
        if (value instanceof Quantity quantity) {
            return Optional.ofNullable(quantity.getValue())
                    .map(number -> LabAmount.of(number, Stream.of(quantity.getCode(), quantity.getUnit())));
        }
        if (value instanceof StringType text) {
            return Optional.ofNullable(text.getValue()).flatMap(AmountFromFhir::parse);
        }
        return value instanceof CodeableConcept concept
                ? Concept.of(concept).name().flatMap(AmountFromFhir::parse)
                : Optional.empty();
    }

    /** The flag written after the amount, when one is. */
    static Optional<String> flag(Type value) {
        return value instanceof StringType text && text.getValue() != null
                ? Optional.of(FLAGGED.matcher(text.getValue().strip()))
                        .filter(Matcher::matches)
                        .map(found -> found.group("bare") == null ? found.group("closed") : found.group("bare"))
                : Optional.empty();
    }

    private static Optional<LabAmount> parse(String text) {
        Matcher flagged = FLAGGED.matcher(text.strip());
        Matcher matcher = TEXT.matcher(flagged.matches() ? flagged.group("amount") : text.strip());
        if (!matcher.matches() || AMBIGUOUS.matcher(matcher.group(2)).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(2).replace(',', '.'));
        return Optional.of(LabAmount.of(number, Stream.ofNullable(matcher.group("unit"))));
    }
}
