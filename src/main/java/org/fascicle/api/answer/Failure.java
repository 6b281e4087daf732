package org.fascicle.api.answer;

import java.util.List;
import java.util.Map;
import org.fascicle.fault.Issue;

/**
 * A failure as HTTP tells it.
 *
 * @param issues at least one
 */
record Failure(int status, List<Issue> issues, Map<String, String> headers) {
    Failure {
        issues = List.copyOf(issues);
        headers = Map.copyOf(headers);
    }

    static Failure of(int status, String code, String text) {
        return new Failure(status, List.of(new Issue(code, "", text)), Map.of());
    }
}
