package org.fascicle.fhir.response;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Opening;
import org.fascicle.fhir.interview.Question;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** The items of a response: where they stand, how they are answered, and whether they were asked at all. */
final class ItemChecks {
    private static final Set<QuestionnaireResponseStatus> FINISHED =
            EnumSet.of(QuestionnaireResponseStatus.COMPLETED, QuestionnaireResponseStatus.AMENDED);

    private ItemChecks() {}

    static void check(QuestionnaireResponse response, Interview interview, Issues issues) {
        List<Located> located = Placement.locate(response, interview, issues);
        located.forEach(question -> AnswerCheck.check(question, issues));
        if (FINISHED.contains(response.getStatus())) {
            checkConditions(located, interview, issues);
        }
    }

    private static void checkConditions(List<Located> located, Interview interview, Issues issues) {
        Map<String, Set<String>> given = new HashMap<>();
        located.forEach(question -> given.put(question.linkId(), codes(question)));
        located.stream()
                .filter(question -> !question.answers().isEmpty())
                .filter(question -> !interview.isOpen(
                        question.question(),
                        (linkId, code) -> given.getOrDefault(linkId, Set.of()).contains(code)))
                .forEach(
                        question -> issues.add(IssueType.BUSINESSRULE, question.path(), notAsked(question.question())));
    }

    private static Set<String> codes(Located question) {
        Set<String> codes = new HashSet<>();
        question.answers().forEach(answer -> {
            if (answer.getValue() instanceof Coding coding && Systems.ANSWER.equals(coding.getSystem())) {
                codes.add(coding.getCode());
            }
        });
        return codes;
    }

    private static String notAsked(Question question) {
        String conditions = question.openings().stream()
                .collect(Collectors.groupingBy(
                        Opening::linkId,
                        java.util.LinkedHashMap::new,
                        Collectors.mapping(opening -> "`" + opening.code() + "`", Collectors.joining(" or "))))
                .entrySet()
                .stream()
                .map(condition -> "`" + condition.getKey() + "` is " + condition.getValue())
                .collect(Collectors.joining(", or "));
        return "`" + question.linkId() + "` is asked only when " + conditions
                + ": leave its answer out, or correct the other.";
    }
}
