package org.fascicle.cdshooks.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.cdshooks.card.Indicator;
import org.fascicle.cdshooks.card.Markdown;
import org.fascicle.cdshooks.card.Message;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.chart.PlacedOrder;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.LabFinding;
import org.fascicle.clinical.limit.Limit;

/** An order for what is ordered already, or for what a recent normal result tells. */
final class DuplicateOrder {
    private DuplicateOrder() {}

    static Optional<Notice> of(Situation situation, Draft draft) {
        return situation.isAboutTwitching() && !draft.activities().isEmpty()
                ? order(situation, draft).or(() -> result(situation, draft)).or(() -> study(situation, draft))
                : Optional.empty();
    }

    private static Optional<Notice> order(Situation situation, Draft draft) {
        LocalDate oldest = situation.today().today().minusDays((long)
                situation.today().limits().of(Limit.WINDOW_ORDER));
        return Orders.placed(situation).stream()
                .filter(order -> !draft.isIn(order.entry().reference()))
                .filter(order -> order.entry().date().filter(oldest::isAfter).isEmpty())
                .filter(order -> draft.activities().stream().allMatch(order::covers))
                .findFirst()
                .map(order -> notice(situation, draft, "is ordered already", line(order)));
    }

    private static String line(PlacedOrder order) {
        return "An open order" + dated(order.entry()) + at(order.entry().reference());
    }

    /** Only what is normal, final, recent and taken since the twitching began makes a new test needless. */
    private static Optional<Notice> result(Situation situation, Draft draft) {
        List<Analyte> analytes = draft.activities().stream()
                .flatMap(activity -> activity.analytes().stream())
                .distinct()
                .toList();
        boolean isEachMeasured = draft.activities().stream()
                .noneMatch(activity -> activity.analytes().isEmpty());
        List<LabFinding> settled = analytes.stream()
                .flatMap(analyte -> situation.labs().find(analyte).stream())
                .filter(LabFinding::isSettledNormal)
                .toList();
        return isEachMeasured && settled.size() == analytes.size()
                ? Optional.of(notice(
                        situation,
                        draft,
                        "was normal recently",
                        settled.stream().map(DuplicateOrder::line).toArray(String[]::new)))
                : Optional.empty();
    }

    private static String line(LabFinding finding) {
        return finding.analyte().words() + ": normal on " + finding.result().day()
                + at(finding.result().reference());
    }

    private static Optional<Notice> study(Situation situation, Draft draft) {
        CaseFile file = situation.today();
        if (!draft.activities().equals(Set.of(Activity.EMG))) {
            return Optional.empty();
        }
        if (file.charted(Past.EMG_PENDING) == Presence.PRESENT) {
            return Optional.of(notice(situation, draft, "is awaited already", "A study is awaited"));
        }
        return file.charted(Past.EMG_NORMAL) == Presence.PRESENT
                ? Optional.of(
                        notice(situation, draft, "was normal recently", "A study since the symptoms began was normal"))
                : Optional.empty();
    }

    private static Notice notice(Situation situation, Draft draft, String how, String... because) {
        Markdown detail = new Markdown()
                .paragraph("This order may not tell anything new.")
                .section("In the chart", List.of(because))
                .section("Please note", Explained.notRead(situation.unread()).toList());
        return new Notice(
                Matter.of("duplicate", draft.words(), String.join(",", because)),
                new Message(
                        draft.words() + " " + how,
                        Indicator.WARNING,
                        Explained.closing(detail).toString()),
                draft.withdrawal().stream().toList(),
                situation.response().map(response -> response.getIdElement().getIdPart()));
    }

    private static String dated(Entry entry) {
        return entry.date().map(day -> " of " + day).orElse("");
    }

    private static String at(String reference) {
        return reference.isEmpty() ? "" : " (" + reference + ")";
    }
}
