package org.fascicle.assessing;

import java.util.List;
import java.util.Optional;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/**
 * An interview on its way to being completed: at most one response in progress for each patient, replaced only by who has
 * seen it.
 */
public final class Drafting {
    private static final int NEWEST = 50;

    /** The response of ours that is in progress. */
    public Optional<Stored> find(Chart chart, String subject) {
        return ours(chart, of(subject, QuestionnaireResponseStatus.INPROGRESS)).stream()
                .findFirst();
    }

    /** Those that were completed, perhaps amended since, the newest first. */
    public List<Stored> completed(Chart chart, String subject) {
        return ours(chart, of(subject, QuestionnaireResponseStatus.COMPLETED, QuestionnaireResponseStatus.AMENDED));
    }

    /** Stores a first draft, or answers the one somebody else has begun meanwhile. */
    public Written begin(Chart chart, QuestionnaireResponse response) {
        return find(chart, response.getSubject().getReference())
                .map(theirs -> new Written(Written.Outcome.FOUND, theirs))
                .orElseGet(() -> chart.create(
                        response,
                        of(response.getSubject().getReference(), QuestionnaireResponseStatus.INPROGRESS)
                                .where("questionnaire", response.getQuestionnaire())));
    }

    /** Stores the next version, if {@code seen} is still the newest. Fault: stale. */
    public Stored save(Chart chart, QuestionnaireResponse response, Stored seen) {
        response.setId(seen.key().id());
        return chart.update(response, seen.version()).stored();
    }

    /** Gives a draft up; what it held stays in the chart as stopped. */
    public void stop(Chart chart, Stored seen) {
        QuestionnaireResponse response = seen.as(QuestionnaireResponse.class);
        chart.update(response.setStatus(QuestionnaireResponseStatus.STOPPED), seen.version());
    }

    private static Search of(String subject, QuestionnaireResponseStatus... statuses) {
        String[] codes = List.of(statuses).stream()
                .map(QuestionnaireResponseStatus::toCode)
                .toArray(String[]::new);
        return Search.of("QuestionnaireResponse").where("patient", subject).where("status", codes);
    }

    private static List<Stored> ours(Chart chart, Search search) {
        return chart.search(search.sorted("-authored").count(NEWEST)).matches().stream()
                .filter(Drafting::isOurs)
                .toList();
    }

    private static boolean isOurs(Stored stored) {
        String questionnaire = stored.as(QuestionnaireResponse.class).getQuestionnaire();
        return questionnaire != null
                && (questionnaire.equals(Systems.QUESTIONNAIRE)
                        || questionnaire.startsWith(Systems.QUESTIONNAIRE + "|"));
    }
}
