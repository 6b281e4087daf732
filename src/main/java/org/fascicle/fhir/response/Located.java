package org.fascicle.fhir.response;

import java.util.List;
import org.fascicle.fhir.interview.Question;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;

/**
 * A question of the response, and where it stands.
 *
 * @param path FHIRPath of the item
 */
record Located(Question question, String path, List<QuestionnaireResponseItemAnswerComponent> answers) {

    String linkId() {
        return question.linkId();
    }

    String answerPath(int index) {
        return path + ".answer[" + index + "]";
    }

    /** Names the item only: the answers are the patient's. */
    @Override
    public String toString() {
        return "Located[" + linkId() + "]";
    }
}
