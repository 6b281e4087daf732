package org.fascicle.fhir.response;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fascicle.fault.Issue;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.testing.Responses;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** A completed response that each test spoils in its own way. */
abstract class ValidationCase {
    static final ResponseValidator VALIDATOR = new ResponseValidator(new Interviews(Definitions.published()));

    final QuestionnaireResponse response = Responses.completed();

    void assertRight() {
        assertEquals(List.of(), VALIDATOR.validate(response));
    }

    /** There is this one fault and no other. */
    void assertFault(IssueType type, String expression, String message) {
        assertEquals(List.of(new Issue(type.toCode(), expression, message)), VALIDATOR.validate(response));
    }

    List<String> expressions() {
        return VALIDATOR.validate(response).stream().map(Issue::expression).toList();
    }
}
