package org.fascicle.cdshooks.notice;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.cdshooks.card.Indicator;
import org.fascicle.cdshooks.card.Markdown;
import org.fascicle.cdshooks.card.Message;
import org.fascicle.clinical.lab.Analyte;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** An electrolyte at an alert limit, or flagged critical, in a patient who twitches, which no assessment has seen. */
final class CriticalElectrolyte {
    private static final Set<Analyte> ELECTROLYTES =
            EnumSet.of(Analyte.SODIUM, Analyte.POTASSIUM, Analyte.CALCIUM, Analyte.IONISED_CALCIUM, Analyte.MAGNESIUM);

    private CriticalElectrolyte() {}

    static Optional<Notice> of(Situation situation) {
        List<CriticalResult> critical = CriticalResult.of(situation.labs())
                .filter(result -> ELECTROLYTES.contains(result.analyte()))
                .filter(result -> situation
                        .recorded()
                        .filter(recorded -> recorded.hasUsed(result.reference()))
                        .isEmpty())
                .toList();
        return critical.isEmpty() || !situation.isAboutTwitching()
                ? Optional.empty()
                : Optional.of(notice(situation, critical));
    }

    private static Notice notice(Situation situation, List<CriticalResult> critical) {
        Markdown detail = new Markdown()
                .paragraph(
                        "A disturbed electrolyte can cause muscle twitching, and a critical one is dangerous in itself.")
                .section("Results", critical.stream().map(CriticalResult::line).toList())
                .section("Please note", Explained.notRead(situation.unread()).toList());
        return new Notice(
                Matter.of(
                        "critical-electrolyte",
                        critical.stream().map(CriticalResult::focus).toArray(String[]::new)),
                new Message(
                        summary(critical),
                        Indicator.CRITICAL,
                        Explained.closing(detail).toString()),
                List.of(),
                situation.response().map(QuestionnaireResponse::getIdElement).map(id -> id.getIdPart()));
    }

    private static String summary(List<CriticalResult> critical) {
        String named = critical.stream().map(CriticalResult::named).collect(Collectors.joining(", "));
        boolean isEmergency = critical.stream().anyMatch(CriticalResult::isEmergency);
        return "Muscle twitching with critical " + named + (isEmergency ? ": emergency" : ": act today");
    }
}
