package org.fascicle.fhir.response;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.fhir.interview.Group;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Opening;
import org.fascicle.fhir.interview.Question;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/**
 * Finds the questions of a response, and what stands where it does not belong. Nothing below a misplaced item is looked
 * at, so the depth it goes to is the interview's and never the sender's.
 */
final class Placement {
    private static final String TOP = "";

    private final Interview interview;
    private final Issues issues;
    private final Set<String> seen = new HashSet<>();
    private final List<Located> located = new ArrayList<>();

    private Placement(Interview interview, Issues issues) {
        this.interview = interview;
        this.issues = issues;
    }

    static List<Located> locate(QuestionnaireResponse response, Interview interview, Issues issues) {
        Placement placement = new Placement(interview, issues);
        placement.items(response.getItem(), "QuestionnaireResponse", TOP);
        return placement.located;
    }

    private void items(List<QuestionnaireResponseItemComponent> items, String path, String under) {
        for (int i = 0; i < items.size(); i++) {
            item(items.get(i), path + ".item[" + i + "]", under);
        }
    }

    /** @param under the linkId of the group or question it stands below, or {@link #TOP} */
    private void item(QuestionnaireResponseItemComponent item, String path, String under) {
        if (item.hasModifierExtension()) {
            issues.add(
                    IssueType.EXTENSION, path, "It has a modifier extension, which is not understood: leave it out.");
        }
        if (!item.hasLinkId()) {
            issues.add(IssueType.REQUIRED, path, "It has no `linkId`: say which question it answers.");
            return;
        }
        Optional<Group> group = interview.findGroup(item.getLinkId());
        Optional<Question> question = interview.find(item.getLinkId());
        if (group.isPresent() && isFirst(item, path)) {
            group(item, path, under);
        } else if (question.isPresent() && isFirst(item, path)) {
            question(question.get(), item, path, under);
        } else if (group.isEmpty() && question.isEmpty()) {
            other(item, path);
        }
    }

    private boolean isFirst(QuestionnaireResponseItemComponent item, String path) {
        boolean isFirst = seen.add(item.getLinkId());
        if (!isFirst) {
            issues.add(
                    IssueType.DUPLICATE,
                    path,
                    "`" + item.getLinkId() + "` stands more than once: send it once, with all its answers.");
        }
        return isFirst;
    }

    private void group(QuestionnaireResponseItemComponent item, String path, String under) {
        String linkId = item.getLinkId();
        if (!under.equals(TOP)) {
            misplaced(path, "`" + linkId + "` is a group: put it at the top of the response.");
            return;
        }
        if (item.hasAnswer()) {
            misplaced(path + ".answer[0]", "`" + linkId + "` is a group: answer the questions in it.");
        }
        items(item.getItem(), path, linkId);
    }

    private void question(Question question, QuestionnaireResponseItemComponent item, String path, String under) {
        String linkId = question.linkId();
        if (!belongs(question, under)) {
            String home = interview.groupOf(question).linkId();
            misplaced(
                    path,
                    "`" + linkId + "` does not belong below `" + under + "`: put it in the group `" + home
                            + "`, or at the top.");
            return;
        }
        if (item.hasItem()) {
            misplaced(
                    path + ".item[0]",
                    "Nothing stands below the question `" + linkId
                            + "` itself: put it in its group, or below the answer that opens it.");
        }
        List<QuestionnaireResponseItemAnswerComponent> answers = item.getAnswer();
        located.add(new Located(question, path, answers));
        for (int i = 0; i < answers.size(); i++) {
            items(answers.get(i).getItem(), path + ".answer[" + i + "]", linkId);
        }
    }

    /** In its group, outside any, or below the answer that opens it. */
    private boolean belongs(Question question, String under) {
        return under.equals(TOP)
                || under.equals(interview.groupOf(question).linkId())
                || question.openings().stream().map(Opening::linkId).anyMatch(under::equals);
    }

    private void other(QuestionnaireResponseItemComponent item, String path) {
        if (!interview.isHelp(item.getLinkId())) {
            issues.add(
                    IssueType.NOTFOUND,
                    path,
                    "The Questionnaire has no item " + Quoted.name(item.getLinkId())
                            + ": use one of its own, or leave it out.");
        } else if (item.hasAnswer() || item.hasItem()) {
            misplaced(path, "`" + item.getLinkId() + "` is a help text: it takes no answers.");
        }
    }

    private void misplaced(String path, String message) {
        issues.add(IssueType.STRUCTURE, path, message);
    }
}
