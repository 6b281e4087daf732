package org.fascicle.pages.visit;

import java.util.stream.Collectors;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.LabFinding;
import org.fascicle.clinical.lab.Remark;
import org.fascicle.look.Words;

/** A result of the laboratory, in the reader's language. */
public record LabWords(Words words) {

    /** The value with its unit, how far it is from normal, and what must also be known. */
    public String value(LabFinding finding) {
        return remarked(number(finding) + ", " + translated().of(finding.band().words()), finding);
    }

    /** The same with its name and day. */
    public String whole(LabFinding finding) {
        String line = words.of(
                "evidence.lab",
                translated().of(finding.analyte().words()),
                number(finding),
                words.day(finding.result().day()),
                translated().of(finding.band().words()));
        return remarked(line, finding);
    }

    private String number(LabFinding finding) {
        return words.number(finding.result().value()) + " " + unit(finding.analyte());
    }

    private String remarked(String line, LabFinding finding) {
        String remarks = finding.remarks().stream()
                .sorted()
                .map(Remark::words)
                .map(translated()::of)
                .collect(Collectors.joining("; "));
        return remarks.isEmpty() ? line : words.of("evidence.remarks", line, remarks);
    }

    /** As it is written by hand. */
    public String unit(Analyte analyte) {
        String written = analyte.unit()
                .replace("{1.73_m2}", "1.73 m²")
                .replace("umol", "µmol")
                .replace("ug/", "µg/");
        return translated().of(written);
    }

    private Translated translated() {
        return Translated.in(words.locale());
    }
}
