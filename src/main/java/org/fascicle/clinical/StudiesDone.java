package org.fascicle.clinical;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.fascicle.clinical.chart.Electrodiagnosis;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Presence;

/**
 * What EMG and nerve conduction studies have shown, told or charted. The worse wins; a normal one counts only when it
 * was done after the onset and after any weakness began, for new weakness reopens the question (C.6).
 */
final class StudiesDone {
    private StudiesDone() {}

    static Set<Past> of(CaseFile file) {
        Set<Past> facts = EnumSet.noneOf(Past.class);
        told(file, facts);
        file.chart().ifPresent(chart -> chart.tests().electrodiagnoses().forEach(study -> charted(study, file, facts)));
        if (facts.contains(Past.EMG_ABNORMAL) || facts.contains(Past.EMG_DENERVATION)) {
            facts.remove(Past.EMG_NORMAL);
        }
        return facts;
    }

    private static void told(CaseFile file, Set<Past> facts) {
        Answers answers = file.answers();
        if (answers.has(Item.HX_EMG, "abnormal") == Presence.PRESENT) {
            facts.add(Past.EMG_ABNORMAL);
        }
        if (answers.has(Item.HX_EMG, "pending") == Presence.PRESENT) {
            facts.add(Past.EMG_PENDING);
        }
        Optional<LocalDate> day = answers.date(Item.HX_EMG_DATE).map(days -> days.first());
        if (answers.has(Item.HX_EMG, "normal") == Presence.PRESENT && settles(day, file)) {
            facts.add(Past.EMG_NORMAL);
        }
    }

    private static void charted(Electrodiagnosis study, CaseFile file, Set<Past> facts) {
        switch (study.outcome()) {
            case ABNORMAL -> facts.add(Past.EMG_ABNORMAL);
            case DENERVATION -> facts.add(Past.EMG_DENERVATION);
            case PENDING -> facts.add(Past.EMG_PENDING);
            case NORMAL -> {
                if (settles(study.entry().date(), file)) {
                    facts.add(Past.EMG_NORMAL);
                }
            }
            case UNREAD -> {
                // Done, but what it showed is not known: it settles nothing and is listed as unread.
            }
        }
    }

    private static boolean settles(Optional<LocalDate> done, CaseFile file) {
        Optional<LocalDate> onset = file.onset().latest();
        return done.isPresent()
                && onset.isPresent()
                && !done.get().isBefore(onset.get())
                && !done.get().isBefore(weaknessBegan(file));
    }

    /** The latest day weakness can have begun; long ago when there is none, today when nothing was said of it. */
    private static LocalDate weaknessBegan(CaseFile file) {
        if (file.answers().has(Item.RF_WEAKNESS, "none") == Presence.PRESENT) {
            return LocalDate.MIN;
        }
        String course = file.answers().codes(Item.RF_WEAKNESS_COURSE).stream()
                .findFirst()
                .orElse("");
        return file.today().minusDays(WeaknessCourse.fewestDaysAgo(course));
    }
}
