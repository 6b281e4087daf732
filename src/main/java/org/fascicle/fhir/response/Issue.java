package org.fascicle.fhir.response;

import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * One thing that is wrong with a response.
 *
 * @param expression where, as FHIRPath from the response
 * @param message what is wrong and how to mend it; it names items and codes, never what the patient wrote
 */
public record Issue(IssueSeverity severity, IssueType type, String expression, String message) {

    static Issue error(IssueType type, String expression, String message) {
        return new Issue(IssueSeverity.ERROR, type, expression, message);
    }
}
