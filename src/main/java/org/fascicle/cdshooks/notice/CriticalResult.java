package org.fascicle.cdshooks.notice;

import java.util.stream.Stream;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.lab.LabFinding;
import org.fascicle.clinical.lab.Labs;
import org.fascicle.clinical.lab.OpenAlert;
import org.fascicle.clinical.lab.UnreadAlert;
import org.fascicle.fhir.result.EvidenceWords;

/**
 * A result at an alert limit, or one its laboratory flagged critical whose number nobody could read.
 *
 * @param focus tells the two apart, so that a number that becomes readable is another matter
 * @param named for a summary
 * @param line for the detail
 */
record CriticalResult(Analyte analyte, Band band, String reference, String focus, String named, String line) {

    static Stream<CriticalResult> of(Labs labs) {
        return Stream.concat(
                        labs.all().stream().map(CriticalResult::read),
                        labs.alerts().stream().map(CriticalResult::unread))
                .filter(result -> result.band.isAtLeast(Band.SAME_DAY));
    }

    private static CriticalResult read(LabFinding finding) {
        String reference = finding.result().reference();
        String named = finding.analyte().words() + " " + number(finding.result().value()) + " "
                + finding.analyte().unit();
        String line =
                named + " on " + finding.result().day() + ", " + finding.band().words();
        return new CriticalResult(finding.analyte(), finding.band(), reference, reference, named, line);
    }

    private static CriticalResult unread(OpenAlert open) {
        UnreadAlert alert = open.alert();
        return new CriticalResult(
                alert.analyte(),
                open.band(),
                alert.reference(),
                "unread:" + alert.reference(),
                alert.analyte().words() + " (flagged by its laboratory, number not readable)",
                EvidenceWords.alert(open) + "; see the report, and repeat it");
    }

    boolean isEmergency() {
        return band == Band.EMERGENCY;
    }

    /** Without digits that a conversion of units made up. */
    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    @Override
    public String toString() {
        return "CriticalResult[" + analyte + "]";
    }
}
