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
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.lab.LabFinding;
import org.fascicle.clinical.lab.LabResult;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** An electrolyte at an alert limit in a patient who twitches, which no assessment has seen. */
final class CriticalElectrolyte {
    private static final Set<Analyte> ELECTROLYTES =
            EnumSet.of(Analyte.SODIUM, Analyte.POTASSIUM, Analyte.CALCIUM, Analyte.IONISED_CALCIUM, Analyte.MAGNESIUM);

    private CriticalElectrolyte() {}

    static Optional<Notice> of(Situation situation) {
        List<LabFinding> critical = situation.labs().all().stream()
                .filter(finding -> ELECTROLYTES.contains(finding.analyte()))
                .filter(finding -> finding.band().isAtLeast(Band.SAME_DAY))
                .filter(finding -> situation
                        .recorded()
                        .filter(recorded -> recorded.hasUsed(finding.result().reference()))
                        .isEmpty())
                .toList();
        return critical.isEmpty() || !situation.isAboutTwitching()
                ? Optional.empty()
                : Optional.of(notice(situation, critical));
    }

    private static Notice notice(Situation situation, List<LabFinding> critical) {
        String named = critical.stream().map(CriticalElectrolyte::words).collect(Collectors.joining(", "));
        boolean isEmergency = critical.stream().anyMatch(finding -> finding.band() == Band.EMERGENCY);
        Markdown detail = new Markdown()
                .paragraph(
                        "A disturbed electrolyte can cause muscle twitching, and at this value is dangerous in itself.")
                .section(
                        "Results",
                        critical.stream().map(CriticalElectrolyte::line).toList())
                .section("Please note", Explained.notRead(situation.unread()).toList());
        return new Notice(
                Matter.of(
                        "critical-electrolyte",
                        critical.stream()
                                .map(finding -> finding.result().reference())
                                .toArray(String[]::new)),
                new Message(
                        "Muscle twitching with critical " + named + (isEmergency ? ": emergency" : ": act today"),
                        Indicator.CRITICAL,
                        Explained.closing(detail).toString()),
                List.of(),
                situation.response().map(QuestionnaireResponse::getIdElement).map(id -> id.getIdPart()));
    }

    private static String words(LabFinding finding) {
        LabResult result = finding.result();
        return finding.analyte().words() + " " + number(result.value()) + " "
                + finding.analyte().unit();
    }

    private static String line(LabFinding finding) {
        return words(finding) + " on " + finding.result().day() + ", "
                + finding.band().words();
    }

    /** Without digits that a conversion of units made up. */
    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
