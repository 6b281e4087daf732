package org.fascicle.fhir.term;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A unit of measurement as a UCUM code or as laboratories write it ({@code umol/L}, {@code µmol/l}, {@code mcmol/L}).
 *
 * @param size how many of its {@link Dimension}'s standing unit it is
 */
record Unit(Dimension dimension, BigDecimal size) {
    private static final Map<String, Unit> NAMED = Map.ofEntries(
            Map.entry("%", new Unit(Dimension.PERCENT, BigDecimal.ONE)),
            Map.entry("mmol/mol", new Unit(Dimension.PROPORTION, BigDecimal.ONE)),
            Map.entry("ml/min", new Unit(Dimension.FILTRATION, BigDecimal.ONE)),
            Map.entry("mm/h", new Unit(Dimension.SINKING, BigDecimal.ONE)),
            Map.entry("mm/1h", new Unit(Dimension.SINKING, BigDecimal.ONE)),
            Map.entry("mm[hg]", new Unit(Dimension.PRESSURE, BigDecimal.ONE)),
            Map.entry("mmhg", new Unit(Dimension.PRESSURE, BigDecimal.ONE)),
            Map.entry("kpa", new Unit(Dimension.PRESSURE, new BigDecimal("7.50062"))));

    private static final Pattern CONCENTRATION =
            Pattern.compile("([munp]?)(mol|g|eq|val|u|kat)(?:/(100ml|dl|cl|ml|l|m3)|%)");

    private static final Map<String, Integer> PREFIX = Map.of("", 0, "m", -3, "u", -6, "n", -9, "p", -12);
    private static final Map<String, Integer> PER_LITRE =
            Map.of("l", 0, "dl", 1, "100ml", 1, "cl", 2, "ml", 3, "m3", -3);

    /** One katal is sixty million enzyme units. */
    private static final BigDecimal KATAL = new BigDecimal("6E7");

    /** Those most charts are written in, recognised as they stand. */
    private static final Map<String, Optional<Unit>> USUAL = Stream.of(
                    "mmol/L",
                    "umol/L",
                    "nmol/L",
                    "pmol/L",
                    "meq/L",
                    "mEq/L",
                    "mg/dL",
                    "g/dL",
                    "g/L",
                    "mg/L",
                    "ug/L",
                    "ng/mL",
                    "ng/dL",
                    "pg/mL",
                    "U/L",
                    "IU/L",
                    "[iU]/L",
                    "mU/L",
                    "mIU/L",
                    "m[IU]/L",
                    "u[IU]/mL",
                    "%",
                    "mmol/mol",
                    "mm/h",
                    "mL/min/{1.73_m2}",
                    "mm[Hg]")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), name -> parse(name)));

    /** The unit of that name; empty when not known, and then a number in it means nothing. */
    static Optional<Unit> find(String name) {
        Optional<Unit> usual = USUAL.get(name);
        return usual == null ? parse(name) : usual;
    }

    private static Optional<Unit> parse(String name) {
        String plain = UnitSpelling.plain(name);
        return Optional.ofNullable(NAMED.get(plain)).or(() -> concentration(plain));
    }

    private static Optional<Unit> concentration(String plain) {
        Matcher unit = CONCENTRATION.matcher(plain);
        return unit.matches() ? Optional.of(concentration(unit.group(2), power(unit))) : Optional.empty();
    }

    /** "mg%" is an old way to write mg/dL. */
    private static int power(Matcher unit) {
        int perLitre = unit.group(3) == null ? 1 : PER_LITRE.get(unit.group(3));
        return PREFIX.get(unit.group(1)) + perLitre;
    }

    private static Unit concentration(String kind, int power) {
        BigDecimal perLitre = BigDecimal.ONE.scaleByPowerOfTen(power);
        return switch (kind) {
            case "mol" -> new Unit(Dimension.AMOUNT, perLitre.scaleByPowerOfTen(3));
            case "g" -> new Unit(Dimension.MASS, perLitre.scaleByPowerOfTen(3));
            case "eq", "val" -> new Unit(Dimension.EQUIVALENT, perLitre.scaleByPowerOfTen(3));
            case "kat" -> new Unit(Dimension.ACTIVITY, perLitre.multiply(KATAL));
            default -> new Unit(Dimension.ACTIVITY, perLitre);
        };
    }
}
