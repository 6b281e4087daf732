package org.fascicle.fhir.result;

import org.fascicle.clinical.finding.Item;

/** The interview's own words: how each question and each answer is worded in the published Questionnaire. */
public interface Wording {

    String question(Item item);

    String answer(Item item, String code);
}
