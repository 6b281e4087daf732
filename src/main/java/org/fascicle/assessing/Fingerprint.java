package org.fascicle.assessing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.chart.ChartFacts;
import org.fascicle.clinical.chart.Diagnosis;
import org.fascicle.clinical.chart.Entry;
import org.fascicle.clinical.chart.Medicine;
import org.fascicle.clinical.lab.LabResult;
import org.fascicle.clinical.lab.Labs;
import org.fascicle.clinical.lab.OpenAlert;
import org.fascicle.clinical.lab.UnreadAlert;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.result.Header;

/**
 * A digest of everything a judgement depends on: the version of the response, the rules, the limits, the patient and the
 * facts of the chart. The same digest means the same judgement, whenever and however often it is asked for.
 */
final class Fingerprint {
    private final MessageDigest digest = sha256();

    private Fingerprint() {}

    /** @param limitsName the hash that names the limits in force */
    static String of(Header header, CaseFile file, String limitsName) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("response", header.reference().orElse(header.key()));
        fingerprint.add("rules", Tables.VERSION);
        fingerprint.add("limits", limitsName);
        fingerprint.add(file.patient());
        file.chart().ifPresent(fingerprint::add);
        fingerprint.add(file.labs());
        return fingerprint.hex();
    }

    /** The hash by which results name the limits in force. */
    static String of(Limits limits) {
        Fingerprint fingerprint = new Fingerprint();
        limits.inForce().forEach((limit, value) -> fingerprint.add(limit.key(), value));
        return fingerprint.hex().substring(0, 16);
    }

    private void add(Patient patient) {
        add("born", patient.born());
        add("sex", patient.sex());
    }

    /** Sorted, for a chart answers in any order. */
    private void add(ChartFacts chart) {
        chart.diagnoses().stream().map(Fingerprint::line).sorted().forEach(line -> add("problem", line));
        chart.medicines().stream().map(Fingerprint::line).sorted().forEach(line -> add("medicine", line));
        chart.results().stream().map(Fingerprint::line).sorted().forEach(line -> add("result", line));
        chart.tests().electrodiagnoses().stream().map(Object::toString).sorted().forEach(line -> add("study", line));
        add("pressure", chart.tests().bloodPressure());
        chart.orders().stream()
                .map(order -> order.activities().stream().sorted().toList() + line(order.entry()))
                .sorted()
                .forEach(line -> add("order", line));
        chart.unread().stream().map(Object::toString).sorted().forEach(line -> add("unread", line));
    }

    /** What still alerts, and not when the chart was last written: of some servers that is when it is asked. */
    private void add(Labs labs) {
        labs.alerts().stream().map(Fingerprint::line).sorted().forEach(line -> add("alert", line));
    }

    private static String line(Diagnosis diagnosis) {
        return diagnosis.problem() + line(diagnosis.entry());
    }

    private static String line(Medicine medicine) {
        return medicine.name()
                + medicine.classes().stream().sorted().toList()
                + medicine.isActive()
                + line(medicine.entry());
    }

    private static String line(LabResult result) {
        return result.analyte() + " " + result.value() + " " + result.taken() + " " + result.report() + " "
                + result.reference();
    }

    private static String line(OpenAlert open) {
        UnreadAlert alert = open.alert();
        return alert.analyte() + " " + open.band() + " " + alert.taken() + " " + alert.reference();
    }

    private static String line(Entry entry) {
        return " " + entry.reference() + " " + entry.date();
    }

    private void add(String name, Object value) {
        digest.update((name + "=" + value + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
