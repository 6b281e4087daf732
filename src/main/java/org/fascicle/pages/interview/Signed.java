package org.fascicle.pages.interview;

import org.fascicle.pages.visit.Moments;
import org.fascicle.pages.visit.Visit;
import org.fascicle.smart.exchange.User;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;

/** Says in a response whose history it is, who took it, when, and in which encounter. */
final class Signed {
    private Signed() {}

    static QuestionnaireResponse by(Visit visit, QuestionnaireResponse response) {
        response.setSubject(new Reference(visit.subject()));
        response.getAuthoredElement().setValueAsString(Moments.fhir(visit.now()));
        visit.launch().user().ifPresent(user -> response.setAuthor(author(user)));
        visit.launch()
                .context()
                .encounter()
                .ifPresent(encounter -> response.setEncounter(new Reference("Encounter/" + encounter)));
        return response;
    }

    private static Reference author(User user) {
        Reference author = new Reference(user.reference());
        user.name().ifPresent(author::setDisplay);
        return author;
    }
}
