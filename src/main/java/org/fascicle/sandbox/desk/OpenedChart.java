package org.fascicle.sandbox.desk;

import java.util.List;
import java.util.Optional;
import org.fascicle.sandbox.sheet.Analyte;
import org.fascicle.sandbox.sheet.Assessed;
import org.fascicle.sandbox.sheet.Identity;
import org.fascicle.sandbox.sheet.Letter;
import org.fascicle.sandbox.sheet.Line;
import org.fascicle.sandbox.sheet.Sheet;
import org.fascicle.sandbox.sheet.Visit;
import org.fascicle.sandbox.ward.Ward;

/**
 * A chart as it was when it was opened.
 *
 * @param lists problems, medicines, earlier tests and orders
 */
public record OpenedChart(
        Identity who,
        Optional<Visit> visit,
        Lists lists,
        List<Analyte> laboratory,
        List<Letter> letters,
        List<Assessed> assessments) {

    /** The lists of a chart, newest first. */
    public record Lists(List<Line> problems, List<Line> medicines, List<Line> tests, List<Line> orders) {}

    static OpenedChart of(Sheet sheet) {
        return new OpenedChart(
                sheet.identity(),
                sheet.visit(),
                new Lists(sheet.problems(), sheet.medicines(), sheet.tests(), sheet.orders()),
                sheet.laboratory(),
                sheet.letters(),
                sheet.assessments());
    }

    public boolean isOfTheWard() {
        return Ward.PATIENTS.contains(who.id());
    }

    /** How many substances were measured after the newest assessment was made; 0 without an assessment. */
    public long newerResults() {
        return assessments.stream()
                .findFirst()
                .flatMap(one -> one.stamp().day())
                .map(day -> laboratory.stream()
                        .filter(one -> one.latest().day().isAfter(day))
                        .count())
                .orElse(0L);
    }

    @Override
    public String toString() {
        return "OpenedChart[]";
    }
}
