package org.fascicle.fhir.result;

import java.time.LocalDate;
import java.util.List;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.advice.Advice;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.workup.Workup;

/**
 * A case judged and planned, ready to be written down.
 *
 * @param remarks what a reader must know beside it
 */
public record Judged(
        Header header, Stamp stamp, Assessment assessment, Workup workup, List<Advice> advice, List<String> remarks) {

    public Judged {
        advice = List.copyOf(advice);
        remarks = List.copyOf(remarks);
    }

    public CaseFile file() {
        return assessment.facts().file();
    }

    /** When it was judged, as FHIR writes it. */
    public String time() {
        return stamp.time();
    }

    LocalDate day() {
        return stamp.at().toLocalDate();
    }
}
