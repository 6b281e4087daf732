package org.fascicle.pages;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.state.Held;
import org.fascicle.state.Shelf;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/** The responses of one launch whose chart takes none: sealed in our own state, for no longer than a visit lasts. */
record AsideResponses(Shelf<Kept> shelf, String launch, Clock clock) {
    private static final String TYPE = "QuestionnaireResponse";
    private static final int TRIES = 5;

    /**
     * As they are kept, the newest first: each as FHIR JSON.
     *
     * @param places the ids the chart gave to those that were written there after all
     */
    record Kept(List<String> responses, Map<String, String> places) {
        static final Kept NONE = new Kept(List.of(), Map.of());

        Kept {
            responses = List.copyOf(responses);
            places = places == null ? Map.of() : Map.copyOf(places);
        }

        @Override
        public String toString() {
            return "Kept[" + responses.size() + "]";
        }
    }

    /** The newest first. */
    List<Stored> all() {
        return shelf.find(launch).map(Held::value).map(Kept::responses).orElse(List.of()).stream()
                .map(AsideResponses::stored)
                .toList();
    }

    Stored read(String id) {
        return find(id).orElseThrow(() -> new Fault(Kind.NOT_FOUND, "This launch holds no such response"));
    }

    Optional<Stored> find(String id) {
        return all().stream().filter(stored -> stored.key().id().equals(id)).findFirst();
    }

    /** The id the chart gave it, of one that was written there. */
    Optional<String> findPlace(String id) {
        return shelf.find(launch).map(Held::value).map(kept -> kept.places().get(id));
    }

    /** Whether it was ever held here. */
    boolean knows(String id) {
        return find(id).isPresent() || findPlace(id).isPresent();
    }

    /** It is in the chart, and no longer here. */
    void placed(String id, String place) {
        change(kept -> {
            Map<String, String> places = new HashMap<>(kept.places());
            places.put(id, place);
            return new Kept(without(id, kept), places);
        });
    }

    /** @param seen the version that is replaced; empty for whichever there is */
    Stored write(Resource response, Optional<String> seen) {
        Kept after = change(kept -> {
            Stored next = next((QuestionnaireResponse) response.copy(), seen);
            List<String> responses = new ArrayList<>(List.of(next.json()));
            responses.addAll(without(next.key().id(), kept));
            return new Kept(responses, kept.places());
        });
        return stored(after.responses().get(0));
    }

    private Kept change(UnaryOperator<Kept> change) {
        for (int attempt = 1; ; attempt++) {
            Optional<Held<Kept>> before = shelf.find(launch);
            Kept after = change.apply(before.map(Held::value).orElse(Kept.NONE));
            boolean isWritten =
                    before.map(held -> shelf.replace(launch, held, after)).orElseGet(() -> shelf.add(launch, after));
            if (isWritten) {
                return after;
            }
            if (attempt == TRIES) {
                throw new Fault(Kind.STALE, "The responses of this launch are being changed elsewhere");
            }
        }
    }

    private Stored next(QuestionnaireResponse response, Optional<String> seen) {
        String id = response.getIdElement().getIdPart();
        Optional<Stored> before = id == null ? Optional.empty() : find(id);
        if (seen.isPresent() && !before.map(Stored::version).equals(seen)) {
            throw new Fault(Kind.STALE, "This response has been changed since it was read");
        }
        int version = before.map(Stored::version).map(Integer::valueOf).orElse(0) + 1;
        response.setId(before.map(Stored::key)
                .map(Key::id)
                .orElseGet(() -> UUID.randomUUID().toString()));
        response.getMeta()
                .setVersionId(Integer.toString(version))
                .setLastUpdated(Date.from(Instant.now(clock).truncatedTo(ChronoUnit.MILLIS)));
        return stored(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(response));
    }

    private static List<String> without(String id, Kept kept) {
        return kept.responses().stream()
                .filter(json -> !stored(json).key().id().equals(id))
                .toList();
    }

    private static Stored stored(String json) {
        QuestionnaireResponse response =
                FhirContext.forR4Cached().newJsonParser().parseResource(QuestionnaireResponse.class, json);
        return new Stored(
                new Key(TYPE, response.getIdElement().getIdPart()),
                response.getMeta().getVersionId(),
                response.getMeta().getLastUpdated().toInstant(),
                json);
    }

    @Override
    public String toString() {
        return "AsideResponses[]";
    }
}
