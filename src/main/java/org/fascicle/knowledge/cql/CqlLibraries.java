package org.fascicle.knowledge.cql;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.limit.Limits;

/** The libraries, each after those it includes. */
public final class CqlLibraries {
    /** The library whose definitions a PlanDefinition names. */
    public static final String RULES = RulesLibrary.NAME;

    private CqlLibraries() {}

    public static Stream<String> names() {
        return Stream.of(
                LimitsLibrary.NAME, AnswersLibrary.NAME, ChartLibrary.NAME, LabsLibrary.NAME, RulesLibrary.NAME);
    }

    /** @param inForce the hospital's limits, which become the defaults of the parameters */
    public static List<CqlLibrary> of(Limits inForce) {
        return List.of(
                LimitsLibrary.of(inForce), AnswersLibrary.of(), ChartLibrary.of(), LabsLibrary.of(), RulesLibrary.of());
    }

    /** The one library that holds the hospital's limits. */
    public static CqlLibrary limits(Limits inForce) {
        return LimitsLibrary.of(inForce);
    }

    /** A number as CQL and ELM write it. */
    public static String decimal(double value) {
        return Cql.decimal(value);
    }
}
