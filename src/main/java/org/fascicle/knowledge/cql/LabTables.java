package org.fascicle.knowledge.cql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.AlertLimits;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.UsualLimits;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.fhir.term.AnalyteCodes;
import org.fascicle.fhir.term.LabAmount;
import org.fascicle.fhir.term.LabName;
import org.fascicle.fhir.term.Plausible;

/** What is known of each analyte: its codes, units, plausible values, and the limits it is judged by. */
final class LabTables {
    /** As UCUM writes them. A unit that is not here is not read. */
    private static final List<String> UNITS = List.of(
            ("mmol/L umol/L nmol/L pmol/L meq/L g/dL mg/dL ug/dL ng/dL g/L mg/L ug/L ng/L mg/mL ug/mL ng/mL pg/mL U/L mU/L [IU]/L"
                            + " m[IU]/L u[IU]/mL ukat/L nkat/L % mmol/mol mL/min/{1.73_m2} mL/min mm/h")
                    .split(" "));

    private static final int CQL_SCALE = 8;

    private LabTables() {}

    static void write(CqlSource source) {
        source.part("Analytes: how they are coded, in which units, and what a value can be");
        source.define("Analyte codes", Cql.list(codes()));
        source.define("Known units", Cql.texts(UNITS));
        source.note("In the analyte's canonical unit a value is value * factor + offset")
                .define("Conversions", Cql.list(conversions()));
        source.line(byAnalyte(
                "Least possible",
                analyte -> Optional.of(Cql.decimal(Plausible.of(analyte).low()))));
        source.line(byAnalyte(
                "Most possible",
                analyte -> Optional.of(Cql.decimal(Plausible.of(analyte).high()))));
        source.part("Analytes: what is normal, and what alerts. An end that is not given is open.");
        source.line(byAnalyte(
                "Emergency low",
                analyte -> AlertLimits.of(analyte).emergencyLow().map(Cql::limit)));
        source.line(byAnalyte(
                "Same-day low", analyte -> AlertLimits.of(analyte).sameDayLow().map(Cql::limit)));
        source.line(byAnalyte(
                "Same-day high",
                analyte -> AlertLimits.of(analyte).sameDayHigh().map(Cql::limit)));
        source.line(byAnalyte(
                "Emergency high",
                analyte -> AlertLimits.of(analyte).emergencyHigh().map(Cql::limit)));
        source.line(byAnalyte(
                "Usual low", "analyte String, adjusted Boolean", analyte -> usual(analyte, UsualLimits::low)));
        source.line(byAnalyte(
                "Usual high", "analyte String, adjusted Boolean", analyte -> usual(analyte, UsualLimits::high)));
        source.line(byAnalyte("Days of use", analyte -> Optional.of(Cql.limit(analyte.window()))));
        source.define("Critical when flagged", names(Analyte::isCriticalWhenFlagged));
        source.define("Raised by haemolysis", names(Analyte::isRaisedByHaemolysis));
    }

    private static List<String> codes() {
        return Arrays.stream(Analyte.values())
                .flatMap(analyte -> AnalyteCodes.of(analyte).stream())
                .map(loinc ->
                        LabName.findByCode(loinc).map(name -> code(loinc, name)).orElseThrow())
                .toList();
    }

    private static String code(String loinc, LabName name) {
        return "Tuple { code: %s, analyte: %s, adjusted: %s, nitrogen: %s }"
                .formatted(Cql.text(loinc), Cql.text(name.analyte().name()), name.isAdjusted(), name.isUreaNitrogen());
    }

    private static List<String> conversions() {
        List<String> rows = new ArrayList<>();
        for (Analyte analyte : Analyte.values()) {
            UNITS.forEach(
                    unit -> conversion(new LabName(analyte, false, false), unit).ifPresent(rows::add));
        }
        UNITS.forEach(
                unit -> conversion(new LabName(Analyte.UREA, false, true), unit).ifPresent(rows::add));
        return rows;
    }

    /** Every conversion is linear, so two points tell it. CQL knows eight decimal places; what needs more nobody writes. */
    private static Optional<String> conversion(LabName name, String unit) {
        return canonical(name, BigDecimal.TEN, unit).flatMap(ten -> {
            BigDecimal one = canonical(name, BigDecimal.ONE, unit).orElseThrow();
            BigDecimal factor = ten.subtract(one).divide(BigDecimal.valueOf(9)).stripTrailingZeros();
            String row = "Tuple { analyte: %s, nitrogen: %s, unit: %s, factor: %s, offset: %s }"
                    .formatted(
                            Cql.text(name.analyte().name()),
                            name.isUreaNitrogen(),
                            Cql.text(unit),
                            Cql.decimal(factor),
                            Cql.decimal(one.subtract(factor)));
            return Optional.of(row).filter(written -> factor.scale() <= CQL_SCALE);
        });
    }

    private static Optional<BigDecimal> canonical(LabName name, BigDecimal number, String unit) {
        return LabAmount.of(number, Stream.of(unit)).in(name);
    }

    /** One end of the interval, by pregnancy and sex where these change it; that of pregnancy is for the total calcium. */
    private static Optional<String> usual(Analyte analyte, Function<UsualLimits, Optional<Limit>> end) {
        Optional<Limit> anyone = end.apply(UsualLimits.of(analyte, false, false));
        Optional<Limit> pregnant = end.apply(UsualLimits.of(analyte, true, false));
        Optional<Limit> male = end.apply(UsualLimits.of(analyte, false, true));
        String otherwise = anyone.map(Cql::limit).orElse("null");
        if (!pregnant.equals(anyone)) {
            return Optional.of("if Chart.\"Is pregnant\" and not adjusted then %s else %s"
                    .formatted(Cql.limit(pregnant.orElseThrow()), otherwise));
        }
        if (!male.equals(anyone)) {
            return Optional.of(
                    "if Answers.\"Is male\" then %s else %s".formatted(Cql.limit(male.orElseThrow()), otherwise));
        }
        return anyone.map(Cql::limit);
    }

    private static String byAnalyte(String name, Function<Analyte, Optional<String>> value) {
        return byAnalyte(name, "analyte String", value);
    }

    private static String byAnalyte(String name, String operands, Function<Analyte, Optional<String>> value) {
        StringBuilder function =
                new StringBuilder("define function %s(%s):\n  case analyte".formatted(Cql.name(name), operands));
        for (Analyte analyte : Analyte.values()) {
            value.apply(analyte)
                    .ifPresent(given ->
                            function.append("\n    when %s then %s".formatted(Cql.text(analyte.name()), given)));
        }
        return function.append("\n    else null\n  end\n").toString();
    }

    private static String names(Predicate<Analyte> wanted) {
        return Cql.texts(
                Arrays.stream(Analyte.values()).filter(wanted).map(Enum::name).collect(Collectors.toList()));
    }
}
