package org.fascicle.knowledge.cql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.fhir.term.ActivityCodes;
import org.fascicle.fhir.term.ChartFactCodes;
import org.fascicle.fhir.term.DrugCodes;
import org.fascicle.fhir.term.ProblemCodes;
import org.fascicle.fhir.term.Systems;

/** Which codes say what. */
final class ChartCodes {
    private ChartCodes() {}

    static void write(CqlSource source) {
        source.part("Codes, each as system|code");
        source.define("Problem codes", table(Problem.values(), ChartCodes::problem));
        source.define("Medicine codes", table(DrugClass.values(), ChartCodes::ingredient));
        source.note("An ATC code counts when it begins like this")
                .define("ATC groups", table(DrugClass.values(), DrugCodes::atcOf));
        source.define("ATC groups of what acts only where it is put", Cql.texts(DrugCodes.localAtc()));
        source.define("Inhaled and yet counted", Cql.texts(List.of(DrugClass.BETA_AGONIST.name())));
        source.define("Medicines that shift electrolytes", drugs(DrugClass::isMetabolicRisk));
        source.define("Medicines that can cause twitching", drugs(DrugClass::isTrigger));
        source.define("Study codes", Cql.texts(studies()));
        source.define("Study outcome codes", Cql.list(outcomes()));
    }

    private static <F extends ChartFact> String table(F[] facts, Function<F, List<String>> codes) {
        List<String> rows = new ArrayList<>();
        for (F fact : facts) {
            codes.apply(fact).forEach(code -> rows.add(row(code, fact.name())));
        }
        return Cql.list(rows);
    }

    private static String row(String code, String fact) {
        return "Tuple { code: %s, fact: %s }".formatted(Cql.text(code), Cql.text(fact));
    }

    private static List<String> problem(Problem problem) {
        return withOwn(problem, Systems.SNOMED, ProblemCodes.of(problem));
    }

    private static List<String> ingredient(DrugClass drug) {
        return withOwn(drug, Systems.RXNORM, DrugCodes.rxNormOf(drug));
    }

    private static List<String> withOwn(ChartFact fact, String system, List<String> codes) {
        return Stream.concat(codes.stream().map(code -> system + "|" + code), Stream.of(own(fact)))
                .toList();
    }

    private static String own(ChartFact fact) {
        return ChartFactCodes.SYSTEM + "|" + ChartFactCodes.of(fact);
    }

    private static String drugs(Predicate<DrugClass> wanted) {
        return Cql.texts(
                Arrays.stream(DrugClass.values()).filter(wanted).map(Enum::name).toList());
    }

    private static List<String> studies() {
        return ActivityCodes.covering(Activity.EMG);
    }

    private static List<String> outcomes() {
        return ChartFactCodes.all().stream()
                .filter(org.fascicle.clinical.chart.Past.class::isInstance)
                .map(fact -> row(own(fact), fact.name()))
                .toList();
    }
}
