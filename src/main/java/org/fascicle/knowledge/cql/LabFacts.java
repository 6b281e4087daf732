package org.fascicle.knowledge.cql;

import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.knowledge.Asked;

/** One definition for each analyte, for each band the tables ask for, and for each number they compare. */
final class LabFacts {
    private LabFacts() {}

    static void write(CqlSource source) {
        source.part("Results: what each analyte shows");
        for (Analyte analyte : Analyte.values()) {
            source.note(analyte.words() + ", " + analyte.unit())
                    .define(Names.lab(analyte), "\"Finding of\"(%s)".formatted(Cql.text(analyte.name())));
            source.define(Names.settled(analyte), "\"Is settled\"(%s, %s)".formatted(band(analyte), reusable(analyte)));
        }
        for (Analyte analyte : Analyte.values()) {
            for (Band band : Band.values()) {
                if (Asked.leaves(Criterion.InBand.class).contains(new Criterion.InBand(analyte, band))) {
                    source.define(
                            Names.lab(analyte, band),
                            "\"Is at least\"(%s, %s, %d)".formatted(band(analyte), reusable(analyte), band.ordinal()));
                }
            }
        }
    }

    private static String band(Analyte analyte) {
        return Cql.name(Names.lab(analyte)) + ".band";
    }

    private static String reusable(Analyte analyte) {
        return Cql.name(Names.lab(analyte)) + ".reusable";
    }
}
