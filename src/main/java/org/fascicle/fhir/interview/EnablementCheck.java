package org.fascicle.fhir.interview;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fascicle.fhir.interview.AnswerType.Choice;

/** Refuses, at load, an interview that could never be asked: linkIds twice, openings that lead nowhere or in a circle. */
final class EnablementCheck {
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Set<String> settled = new HashSet<>();

    private EnablementCheck() {}

    static void check(List<Group> groups) {
        EnablementCheck check = new EnablementCheck();
        Set<String> linkIds = new HashSet<>();
        for (Group group : groups) {
            refuseUnless(linkIds.add(group.linkId()), group.linkId(), "is used twice");
            for (Question question : group.questions()) {
                refuseUnless(linkIds.add(question.linkId()), question.linkId(), "is used twice");
                check.questions.put(question.linkId(), question);
            }
        }
        check.questions.values().forEach(check::checkOpenings);
        check.questions.values().forEach(question -> check.follow(question, new HashSet<>()));
    }

    private void checkOpenings(Question question) {
        for (Opening opening : question.openings()) {
            Question opener = questions.get(opening.linkId());
            refuseUnless(opener != null, question.linkId(), "waits for `" + opening.linkId() + "`, which is not asked");
            boolean isOffered = opener.type() instanceof Choice choice
                    && choice.find(opening.code()).isPresent();
            refuseUnless(
                    isOffered,
                    question.linkId(),
                    "waits for `" + opening.linkId() + "` to be `" + opening.code() + "`, which it does not offer");
        }
    }

    private void follow(Question question, Set<String> waiting) {
        if (settled.contains(question.linkId())) {
            return;
        }
        refuseUnless(waiting.add(question.linkId()), question.linkId(), "waits for its own answer");
        question.openings().forEach(opening -> follow(questions.get(opening.linkId()), waiting));
        waiting.remove(question.linkId());
        settled.add(question.linkId());
    }

    private static void refuseUnless(boolean holds, String linkId, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("This Questionnaire cannot be asked: `" + linkId + "` " + fault);
        }
    }
}
