package org.fascicle.fuzz;

import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with an answer, whatever the question was. */
final class Complaint {
    private static final Pattern INSIDE = Pattern.compile(
            "ca\\.uhn\\.|org\\.hl7\\.fhir\\.|org\\.eclipse\\.|java\\.(lang|util|io)\\.|\\tat |Exception");

    private Complaint() {}

    static Optional<String> about(Wire.Reply reply) {
        if (reply.status() >= 500) {
            return Optional.of("an error of ours");
        }
        if (reply.status() < 400) {
            return Optional.empty();
        }
        if (!reply.body().contains("OperationOutcome")) {
            return Optional.of("a refusal without an OperationOutcome");
        }
        return INSIDE.matcher(reply.body()).find()
                ? Optional.of("a refusal that tells what is inside")
                : Optional.empty();
    }
}
