package org.fascicle.knowledge.cql;

import org.fascicle.clinical.WeaknessCourse;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.finding.Item;

/** One definition for each thing a chart can list: null when no chart was read. */
final class ChartFacts {
    private ChartFacts() {}

    static void write(CqlSource source) {
        source.part("What the chart lists");
        for (Problem problem : Problem.values()) {
            source.note(problem.words()).define(Names.charted(problem), listed(problem, "Problems listed"));
        }
        for (DrugClass drug : DrugClass.values()) {
            source.note(drug.words()).define(Names.charted(drug), listed(drug, "Medicines taken"));
        }
        source.define("Fewest days since weakness began", daysSinceWeakness());
    }

    private static String listed(ChartFact fact, String list) {
        String parts = Cql.texts(fact.parts().stream().sorted().map(Enum::name).toList());
        return "\"Charted\"(%s in \"%s\", %s)".formatted(Cql.text(fact.name()), list, parts);
    }

    private static String daysSinceWeakness() {
        StringBuilder days =
                new StringBuilder("case First(Answers.%s)".formatted(Cql.name(Names.codes(Item.RF_WEAKNESS_COURSE))));
        for (String course : Item.RF_WEAKNESS_COURSE.form().codes()) {
            int fewest = WeaknessCourse.fewestDaysAgo(course);
            if (fewest > 0) {
                days.append("\n  when %s then %d".formatted(Cql.text(course), fewest));
            }
        }
        return days.append("\n  else 0\nend").toString();
    }
}
