package org.fascicle.pages.interview;

import java.util.Optional;
import org.fascicle.chart.Stored;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * What a form is drawn from: a draft, what the chart gives for a first one, or a completed response to amend.
 *
 * @param stored empty while nothing of it is in the chart
 */
record Base(QuestionnaireResponse response, Optional<Stored> stored) {

    static Base of(Stored stored) {
        return new Base(stored.as(QuestionnaireResponse.class), Optional.of(stored));
    }

    static Base fresh(QuestionnaireResponse prefilled) {
        return new Base(prefilled, Optional.empty());
    }

    @Override
    public String toString() {
        return "Base[" + stored + "]";
    }
}
