package org.fascicle.knowledge.cql;

import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.limit.Limits;

/** The hospital's settings as parameters, and how a number is compared with one. */
final class LimitsLibrary {
    static final String NAME = "FasciculationLimits";

    private LimitsLibrary() {}

    /** @param inForce become the parameters' defaults */
    static CqlLibrary of(Limits inForce) {
        CqlSource source = Header.of(NAME)
                .note(
                        "The numbers a hospital may set for itself, by the key they have in the settings file. Beyond the bound in"
                                + "\nthe note above it a value would let a dangerous result pass; the server refuses it at start.")
                .line("");
        for (Limit limit : Limit.values()) {
            source.note("%s, %s to %s".formatted(limit.unit(), number(limit.lowest()), number(limit.highest())))
                    .line("parameter %s Decimal default %s"
                            .formatted(Cql.name(limit.key()), Cql.decimal(inForce.of(limit))))
                    .line("");
        }
        return Header.finished(NAME, "Fasciculation: the limits a hospital may set", source.line(Template.of(NAME)));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
