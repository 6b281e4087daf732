package org.fascicle.cdshooks.notice;

import static java.util.Comparator.comparing;

import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** Finds the history that counts: the newest that is finished and is one of ours. */
final class FinishedResponse {
    private static final Set<QuestionnaireResponseStatus> FINISHED =
            EnumSet.of(QuestionnaireResponseStatus.COMPLETED, QuestionnaireResponseStatus.AMENDED);

    private FinishedResponse() {}

    static Optional<QuestionnaireResponse> newest(List<QuestionnaireResponse> responses) {
        return responses.stream()
                .filter(FinishedResponse::isOurs)
                .filter(response -> response.hasStatus() && FINISHED.contains(response.getStatus()))
                .filter(response -> response.getIdElement().getIdPart() != null)
                .max(comparing(FinishedResponse::authored));
    }

    private static boolean isOurs(QuestionnaireResponse response) {
        String canonical = response.hasQuestionnaire() ? response.getQuestionnaire() : "";
        return canonical.equals(Systems.QUESTIONNAIRE) || canonical.startsWith(Systems.QUESTIONNAIRE + "|");
    }

    private static Date authored(QuestionnaireResponse response) {
        return response.hasAuthored() ? response.getAuthored() : new Date(0);
    }

    /** {@code QuestionnaireResponse/7}, with its version where it has one. */
    static String reference(QuestionnaireResponse response) {
        String plain = "QuestionnaireResponse/" + response.getIdElement().getIdPart();
        return response.getMeta().hasVersionId()
                ? plain + "/_history/" + response.getMeta().getVersionId()
                : plain;
    }
}
