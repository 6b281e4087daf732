package org.fascicle.cli;

import java.util.stream.Collectors;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Submission;
import org.fascicle.assessing.SubmissionFromJson;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;

/** Assesses one line: FHIR JSON in, the result Bundle as JSON out, or the reason why not. */
public final class LineAssessor {
    private static final String BASE = "urn:fascicle";

    private final Assessing assessing;

    public LineAssessor(Assessing assessing) {
        this.assessing = assessing;
    }

    public Outcome assess(Line line) {
        try {
            Submission submission = SubmissionFromJson.read(line.text());
            return Outcome.assessed(
                    line,
                    assessing.inline(submission.response(), submission.chart()).bundle(BASE));
        } catch (Fault fault) {
            return Outcome.refused(line, reason(fault));
        }
    }

    private static String reason(Fault fault) {
        String issues = fault.issues().stream().map(LineAssessor::words).collect(Collectors.joining("; "));
        return fault.getMessage() + (issues.isEmpty() ? "" : ": " + issues);
    }

    private static String words(Issue issue) {
        return issue.expression() + " " + issue.text();
    }
}
