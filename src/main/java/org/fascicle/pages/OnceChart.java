package org.fascicle.pages;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.chart.Written;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Resource;

/**
 * A chart that takes a response and never changes it: what is in progress is held aside for the launch, and written once, when
 * it is completed. From then on it goes by the id the chart gave it, also for who still knows the other.
 */
record OnceChart(Chart chart, AsideResponses aside) implements Chart {
    private static final String TYPE = "QuestionnaireResponse";
    private static final String URI_SYSTEM = "urn:ietf:rfc:3986";
    private static final Set<QuestionnaireResponseStatus> FINISHED =
            EnumSet.of(QuestionnaireResponseStatus.COMPLETED, QuestionnaireResponseStatus.AMENDED);

    @Override
    public Stored read(Key key) {
        if (!key.type().equals(TYPE)) {
            return chart.read(key);
        }
        return aside.find(key.id())
                .orElseGet(() -> chart.read(
                        aside.findPlace(key.id()).map(id -> new Key(TYPE, id)).orElse(key)));
    }

    @Override
    public Stored read(Key key, String version) {
        return chart.read(key, version);
    }

    @Override
    public Page history(Key key, int count, Optional<String> after) {
        return chart.history(key, count, after);
    }

    /** One in progress in the chart is somebody else's, and cannot be gone on with. */
    @Override
    public Page search(Search search) {
        boolean isOfDrafts = search.type().equals(TYPE)
                && search.clauses().stream()
                        .anyMatch(clause -> clause.name().equals("status")
                                && clause.anyOf().equals(List.of(QuestionnaireResponseStatus.INPROGRESS.toCode())));
        return isOfDrafts ? new AsideChart(chart, aside).search(search) : chart.search(search);
    }

    @Override
    public Written create(Resource resource) {
        return isDraft(resource) ? new AsideChart(chart, aside).create(resource) : chart.create(resource);
    }

    @Override
    public Written create(Resource resource, Search unlessFound) {
        return isDraft(resource)
                ? new AsideChart(chart, aside).create(resource, unlessFound)
                : chart.create(resource, unlessFound);
    }

    @Override
    public Written update(Resource resource) {
        return chart.update(resource);
    }

    @Override
    public Written update(Resource resource, String ifVersion) {
        String id = resource.getIdElement().getIdPart();
        if (!(resource instanceof QuestionnaireResponse response) || id == null || !aside.knows(id)) {
            return chart.update(resource, ifVersion);
        }
        Stored draft = aside.find(id)
                .filter(held -> held.version().equals(ifVersion))
                .orElseThrow(() -> new Fault(Kind.STALE, "This response has been changed since it was read"));
        return isDraft(resource)
                ? new AsideChart(chart, aside).update(resource, ifVersion)
                : completed(response.copy(), draft);
    }

    /** However often it is sent: each state of a draft has a name of its own. */
    private Written completed(QuestionnaireResponse response, Stored draft) {
        String name = "urn:uuid:" + UUID.nameUUIDFromBytes(draft.location().getBytes(StandardCharsets.UTF_8));
        response.setIdentifier(new Identifier().setSystem(URI_SYSTEM).setValue(name));
        response.setId((String) null);
        response.getMeta().setVersionId(null).setLastUpdated(null);
        Written written = chart.create(
                response,
                Search.of(TYPE)
                        .where("patient", response.getSubject().getReference())
                        .whereToken("identifier", URI_SYSTEM, name));
        aside.placed(draft.key().id(), written.key().id());
        return written;
    }

    @Override
    public Written update(Resource resource, Search found) {
        return chart.update(resource, found);
    }

    private static boolean isDraft(Resource resource) {
        return resource instanceof QuestionnaireResponse response && !FINISHED.contains(response.getStatus());
    }

    @Override
    public List<Written> transact(Bundle transaction) {
        return chart.transact(transaction);
    }

    @Override
    public void close() {
        chart.close();
    }

    @Override
    public String toString() {
        return "OnceChart[" + chart + "]";
    }
}
