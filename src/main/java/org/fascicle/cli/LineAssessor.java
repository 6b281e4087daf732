package org.fascicle.cli;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.stream.Collectors;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Submission;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.hl7.fhir.r4.model.Resource;

/** Assesses one line: FHIR JSON in, the result Bundle as JSON out, or the reason why not. */
final class LineAssessor {
    private static final String BASE = "urn:fascicle";

    private final Assessing assessing;

    LineAssessor(Assessing assessing) {
        this.assessing = assessing;
    }

    Outcome assess(Line line) {
        try {
            Submission submission = Submission.read(parse(line.text()));
            return Outcome.assessed(
                    line,
                    assessing.inline(submission.response(), submission.chart()).bundle(BASE));
        } catch (DataFormatException broken) {
            return Outcome.refused(line, "not FHIR R4 JSON: " + firstSentence(broken.getMessage()));
        } catch (Fault fault) {
            return Outcome.refused(line, reason(fault));
        }
    }

    private static Resource parse(String json) {
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        return (Resource) parser.parseResource(json);
    }

    private static String reason(Fault fault) {
        String issues = fault.issues().stream().map(LineAssessor::words).collect(Collectors.joining("; "));
        return fault.getMessage() + (issues.isEmpty() ? "" : ": " + issues);
    }

    private static String words(Issue issue) {
        return issue.expression() + " " + issue.text();
    }

    private static String firstSentence(String message) {
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
