package org.fascicle.fhir.result;

import java.time.OffsetDateTime;
import java.util.List;
import org.fascicle.clinical.advice.Advice;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.workup.Workup;

/**
 * A case judged and planned, ready to be written down.
 *
 * @param at when it was judged
 * @param remarks what a reader must know beside it
 */
public record Judged(
        Header header,
        OffsetDateTime at,
        Assessment assessment,
        Workup workup,
        List<Advice> advice,
        List<String> remarks) {

    public Judged {
        advice = List.copyOf(advice);
        remarks = List.copyOf(remarks);
    }
}
