package org.fascicle.api;

import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;

/** Where a response stands in what was sent: alone, in a transaction or among parameters; its issues are told from there. */
public record Place(String path) {
    private static final String ALONE = "^QuestionnaireResponse";

    public Issue of(Issue issue) {
        return new Issue(issue.code(), issue.expression().replaceFirst(ALONE, path), issue.text());
    }

    public Fault of(Fault fault) {
        return fault.issues().isEmpty()
                ? fault
                : new Fault(
                        fault.kind(),
                        fault.getMessage(),
                        fault.issues().stream().map(this::of).toList());
    }
}
