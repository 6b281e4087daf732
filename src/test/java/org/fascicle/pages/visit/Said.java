package org.fascicle.pages.visit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.fascicle.assessing.writeback.Form;
import org.fascicle.assessing.writeback.Piece;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.advice.AdviceTexts;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.ChartPart;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.lab.Remark;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Relation;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.workup.OrderSets;

/** What the tables of the medicine say in English, by the ids a translation goes by. */
final class Said {
    /** What is put together, and stands in no table. */
    private static final List<String> ELSEWHERE = List.of("why-not.", "remark.", "unread.", "filled.", "obstacle.");

    private Said() {}

    static boolean isFromATable(String id) {
        return ELSEWHERE.stream().noneMatch(id::startsWith);
    }

    static Map<String, String> byTheTables() {
        Map<String, String> said = new LinkedHashMap<>();
        Tables.rules().forEach(rule -> {
            put(said, "rule." + rule.key() + ".reason", rule.words().reason());
            put(said, "rule." + rule.key() + ".action", rule.words().action());
        });
        Map<String, Integer> lines = new HashMap<>();
        OrderSets.ALL.forEach(order -> put(
                said,
                "order." + order.orderSet() + "." + lines.merge(order.orderSet(), 1, Integer::sum),
                order.reason()));
        AdviceTexts.ALL.forEach(advice -> put(said, "advice." + advice.id(), advice.text()));
        all(said, "activity.", Activity.values(), Activity::words);
        all(said, "problem.", Problem.values(), Problem::words);
        all(said, "drug.", DrugClass.values(), DrugClass::words);
        all(said, "past.", Past.values(), Past::words);
        all(said, "part.", ChartPart.values(), ChartPart::words);
        all(said, "analyte.", Analyte.values(), Analyte::words);
        all(said, "band.", Band.values(), Band::words);
        all(said, "result.", Remark.values(), Remark::words);
        all(said, "measure.", Measure.values(), Measure::words);
        all(said, "unit.", Measure.values(), Measure::unit);
        all(said, "relation.", Relation.values(), Relation::words);
        all(said, "outcome.", Outcome.values(), Outcome::words);
        all(said, "piece.", Piece.values(), Piece::words);
        all(said, "form.", Form.values(), Form::words);
        return said;
    }

    private static <E extends Enum<E>> void all(
            Map<String, String> said, String prefix, E[] values, Function<E, String> words) {
        Arrays.stream(values)
                .forEach(value -> put(
                        said, prefix + value.name().toLowerCase(Locale.ROOT).replace('_', '-'), words.apply(value)));
    }

    private static void put(Map<String, String> said, String id, String words) {
        if (!words.isEmpty()) {
            said.put(id, words);
        }
    }
}
