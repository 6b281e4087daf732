package org.fascicle.cli;

import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** Where a line of an export belongs. */
enum Belonging {
    /** To what is known of a patient; responses that name none are together. */
    PATIENT,
    MEDICATIONS,
    /** Responses among a chart are not judged, and what is of no patient is not read. */
    NOWHERE;

    /**
     * @param isAmongResponses whether it stands in a file of responses, rather than of charts
     * @throws Fault for anything else among responses
     */
    static Belonging of(ExportLine line, boolean isAmongResponses) {
        if (isAmongResponses && !line.isResponse()) {
            throw new Fault(Kind.INVALID, "This is no QuestionnaireResponse: name files of other types with `--chart`");
        }
        if (line.type().equals("Medication")) {
            return MEDICATIONS;
        }
        return isAmongResponses || !line.isResponse() && !line.patient().isEmpty() ? PATIENT : NOWHERE;
    }
}
