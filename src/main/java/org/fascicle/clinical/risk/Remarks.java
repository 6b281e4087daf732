package org.fascicle.clinical.risk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.chart.ChartPart;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.finding.Span;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.rule.Background;

/** What a reader must know beside the judgement: about the response, the patient and the chart (C.6). */
public final class Remarks {
    private Remarks() {}

    /** @param assessed the day the response is judged, which may be long after it was authored */
    public static List<String> of(Assessment assessment, LocalDate assessed) {
        CaseFile file = assessment.facts().file();
        List<String> remarks = new ArrayList<>();
        long age = ChronoUnit.DAYS.between(file.today(), assessed);
        add(remarks, age > file.limits().of(Limit.WINDOW_RESPONSE), "This response is " + age + " days old.");
        add(remarks, file.isOnsetInFuture(), "The date of onset lies after the response and was not used.");
        add(remarks, file.chart().isEmpty(), "No chart was read: problems, medicines and results are unknown.");
        add(remarks, !unread(file).isEmpty(), "Not read in the chart, and so unknown: " + unread(file) + ".");
        Span years = file.measure(Measure.AGE);
        add(remarks, !years.isKnown(), "The age is not known: adult rules were used, and self-care is not offered.");
        add(remarks, isSixteenOrSeventeen(file), "Aged 16 or 17: adult rules; consider safeguarding and the parents.");
        boolean pregnant = Background.PREGNANT.in(assessment.facts()) == Presence.PRESENT;
        add(
                remarks,
                pregnant,
                "Pregnant: pregnancy intervals were used for total calcium; an EMG is safe but can usually wait.");
        return List.copyOf(remarks);
    }

    /** In the order of the parts. */
    private static String unread(CaseFile file) {
        return file.chart().stream()
                .flatMap(chart -> chart.withheld().stream())
                .sorted()
                .map(ChartPart::words)
                .collect(Collectors.joining(", "));
    }

    private static boolean isSixteenOrSeventeen(CaseFile file) {
        Span years = file.measure(Measure.AGE);
        return years.atLeast(file.limits().of(Limit.AGE_ADULT)) == Presence.PRESENT
                && years.below(file.limits().of(Limit.AGE_SAFEGUARDING)) == Presence.PRESENT;
    }

    private static void add(List<String> remarks, boolean holds, String words) {
        if (holds) {
            remarks.add(words);
        }
    }
}
