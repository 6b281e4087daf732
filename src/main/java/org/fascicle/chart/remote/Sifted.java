package org.fascicle.chart.remote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fascicle.chart.Key;
import org.fascicle.chart.Stored;
import org.fascicle.chart.remote.Patients.Belonging;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/**
 * What of an answer is what was asked for.
 *
 * @param unread how many entries cannot be used, or are not surely of the patients asked for: what they say is unknown
 */
record Sifted(List<Stored> matches, List<Stored> included, int unread) {

    static Sifted of(ForeignBundle answer, Narrowing narrowing, Requests requests) {
        OwnBases bases =
                OwnBases.of(requests.line().server(), answer, narrowing.sent().type());
        Patients asked = Patients.of(narrowing.sent().clauses());
        Map<Key, Stored> matches = new LinkedHashMap<>();
        Map<Key, Stored> included = new LinkedHashMap<>();
        int unread = answer.unread();
        for (BundleEntryComponent entry : answer.bundle().getEntry()) {
            if (isOutcome(entry) || isLeftOut(narrowing.patients().belonging(entry.getResource(), bases))) {
                continue;
            }
            Optional<Key> key = key(entry);
            if (key.isPresent() && isOfThose(entry.getResource(), asked, narrowing.patients(), bases)) {
                Map<Key, Stored> found = isMatch(entry, narrowing.sent().type()) ? matches : included;
                found.putIfAbsent(key.get(), requests.stored(entry.getResource(), key.get(), ""));
            } else {
                unread++;
            }
        }
        return new Sifted(List.copyOf(matches.values()), List.copyOf(included.values()), unread);
    }

    /** Surely somebody else's, in an answer that was asked for everybody's. */
    private static boolean isLeftOut(Belonging chosen) {
        return chosen == Belonging.OTHER;
    }

    /**
     * What is about somebody else shows that the server does not search by patient: then nothing of it is all there is. What
     * names nobody is of whom the server was asked for; where it was not asked, nobody knows.
     */
    private static boolean isOfThose(Resource resource, Patients asked, Patients chosen, OwnBases bases) {
        Belonging said = asked.belonging(resource, bases);
        return (said == Belonging.OWN || said == Belonging.UNTOLD)
                && chosen.belonging(resource, bases) == Belonging.OWN;
    }

    private static boolean isOutcome(BundleEntryComponent entry) {
        return entry.getResource() instanceof OperationOutcome
                || entry.getSearch().getMode() == SearchEntryMode.OUTCOME;
    }

    /** A server that does not say what is a match means all of it; nothing of another type is one. */
    private static boolean isMatch(BundleEntryComponent entry, String type) {
        return entry.getSearch().getMode() != SearchEntryMode.INCLUDE
                && entry.getResource().fhirType().equals(type);
    }

    /** By its id, or by where the Bundle says it is; empty when neither can be an address. */
    private static Optional<Key> key(BundleEntryComponent entry) {
        String type = entry.getResource().fhirType();
        String id = entry.getResource().getIdElement().getIdPart();
        Optional<Key> named = Key.fromReference(type + "/" + id);
        return id != null
                ? named
                : Optional.ofNullable(entry.getFullUrl())
                        .flatMap(Place::read)
                        .map(Place::key)
                        .filter(place -> place.type().equals(type));
    }

    @Override
    public String toString() {
        return "Sifted[" + matches.size() + " matches]";
    }
}
