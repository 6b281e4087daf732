package org.fascicle.fhir.response;

import java.util.List;
import java.util.Optional;
import org.fascicle.fault.Issue;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Canonical;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * Holds a response to the version of the Questionnaire it names. A response in progress may be incomplete and may break
 * conditions; one that is completed or amended may not.
 *
 * <p>Questions may come in their groups, without any group, or below the answer that opens them: senders do all three.
 */
public final class ResponseValidator {
    private static final String QUESTIONNAIRE = "QuestionnaireResponse.questionnaire";

    private final Interviews interviews;

    public ResponseValidator(Interviews interviews) {
        this.interviews = interviews;
    }

    /** Everything that is wrong; empty when nothing is. */
    public List<Issue> validate(QuestionnaireResponse response) {
        Issues issues = new Issues();
        HeaderCheck.check(response, issues);
        find(response, issues).ifPresent(interview -> ItemChecks.check(response, interview, issues));
        return issues.list();
    }

    private Optional<Interview> find(QuestionnaireResponse response, Issues issues) {
        String ours = "name " + Quoted.name(interviews.current().canonical().toString()) + ".";
        if (!response.hasQuestionnaire()) {
            issues.add(IssueType.REQUIRED, QUESTIONNAIRE, "It does not say which Questionnaire it answers: " + ours);
            return Optional.empty();
        }
        Optional<Interview> found = interviews.find(Canonical.parse(response.getQuestionnaire()));
        if (found.isEmpty()) {
            issues.add(
                    IssueType.NOTFOUND,
                    QUESTIONNAIRE,
                    "The Questionnaire it names is not published here, or not in that version: " + ours);
        }
        return found;
    }
}
