package org.fascicle.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/** What a refusal over FHIR has to look like (B10): words in an OperationOutcome, nothing of how the program is made. */
public final class Refusal {
    private static final Pattern INSIDES =
            Pattern.compile("(?i)HAPI-|exception(?!\")|stacktrace|\\bjava\\.|\\borg\\.|ca\\.uhn"
                    + "|jetty|sqlite|\\.java:|/tmp/|\\tat ");

    private Refusal() {}

    /** Fails unless the answer has this status and explains itself. */
    public static void assertInWords(int status, HttpAnswer answer) {
        answer.expect(status);
        assertTrue(
                answer.header("Content-Type").matches("application/fhir\\+(json|xml);\\s?charset=(?i)utf-8"),
                answer.header("Content-Type"));
        assertFalse(INSIDES.matcher(answer.body()).find(), answer.body());
        assertFalse(answer.issues().isEmpty());
        answer.issues().forEach(Refusal::assertInWords);
    }

    private static void assertInWords(OperationOutcomeIssueComponent issue) {
        assertEquals(IssueSeverity.ERROR, issue.getSeverity());
        assertTrue(issue.hasCode());
        assertTrue(
                issue.getDetails().getText().length() > 10, issue.getDetails().getText());
        assertTrue(issue.hasDiagnostics());
    }
}
