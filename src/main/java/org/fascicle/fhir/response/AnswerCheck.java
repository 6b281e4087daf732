package org.fascicle.fhir.response;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.fhir.interview.AnswerType.Choice;
import org.fascicle.fhir.interview.Option;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;

/** The answers to one question: how many there are, whether they go together, and each by itself. */
final class AnswerCheck {
    private final Located question;
    private final Issues issues;

    private AnswerCheck(Located question, Issues issues) {
        this.question = question;
        this.issues = issues;
    }

    static void check(Located question, Issues issues) {
        AnswerCheck check = new AnswerCheck(question, issues);
        check.count();
        check.together();
        List<QuestionnaireResponseItemAnswerComponent> answers = question.answers();
        for (int i = 0; i < answers.size(); i++) {
            check.modifiers(answers.get(i), i);
            ValueCheck.check(question, i).ifPresent(issues::add);
        }
    }

    private void count() {
        boolean repeats = question.question().type() instanceof Choice choice && choice.repeats();
        if (question.answers().size() > 1 && !repeats) {
            issues.add(
                    IssueType.STRUCTURE,
                    question.answerPath(1),
                    "`" + question.linkId() + "` takes one answer and has "
                            + question.answers().size() + ": send one.");
        }
    }

    /** The same code twice, or one that rules out the others. */
    private void together() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < question.answers().size(); i++) {
            Optional<Option> option = option(question.answers().get(i));
            if (option.isPresent() && !codes.add(option.get().code())) {
                issues.add(
                        IssueType.DUPLICATE,
                        question.answerPath(i),
                        "`" + question.linkId() + "` has the answer `"
                                + option.get().code() + "` more than once: send it once.");
            }
            if (option.filter(Option::isExclusive).isPresent()
                    && question.answers().size() > 1) {
                issues.add(
                        IssueType.BUSINESSRULE,
                        question.answerPath(i),
                        "`" + option.get().code() + "` rules out every other answer to `" + question.linkId()
                                + "`: send it alone, or leave it out.");
            }
        }
    }

    private Optional<Option> option(QuestionnaireResponseItemAnswerComponent answer) {
        return question.question().type() instanceof Choice choice && answer.getValue() instanceof Coding coding
                ? choice.find(coding.getCode())
                : Optional.empty();
    }

    private void modifiers(QuestionnaireResponseItemAnswerComponent answer, int index) {
        if (answer.hasModifierExtension()) {
            issues.add(
                    IssueType.EXTENSION,
                    question.answerPath(index),
                    "It has a modifier extension, which is not understood: leave it out.");
        }
    }
}
