package org.fascicle.fhir.chart;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;

/**
 * Those resources of a chart that are the patient's, each once, its newest version.
 *
 * <p>One without a subject counts as the patient's, for the chart was given as that patient's; not when the chart also
 * holds somebody else's, or not all of its type could be read: others' may have been among it.
 */
final class OwnResources {
    private final Owner owner;
    private final List<Charted> owned;
    private final List<Charted> foreign;
    private final List<Charted> unowned;
    private final boolean isMixed;
    private final Set<String> partlyRead;

    OwnResources(ChartResources chart, ChartScope scope) {
        Owner patient = Owner.of(scope.subject(), chart);
        List<Charted> read = chart.all()
                .filter(charted -> Subject.of(charted.resource()).isPresent())
                .toList();
        Map<Boolean, List<Charted>> bySubject = read.stream().collect(partitioningBy(OwnResources::hasNoSubject));
        Map<Boolean, List<Charted>> byOwner = bySubject.get(false).stream()
                .collect(partitioningBy(charted -> patient.isMeantBy(subject(charted), charted)));
        owner = patient;
        owned = byOwner.get(true);
        foreign = byOwner.get(false);
        unowned = bySubject.get(true);
        partlyRead = chart.withheld().stream()
                .filter(withheld -> withheld.cause() == Withheld.Cause.NOT_READ)
                .map(Withheld::type)
                .collect(toUnmodifiableSet());
        isMixed = !foreign.isEmpty() || chart.patients().anyMatch(other -> !patient.is(other));
    }

    /** In the order of their references, so that the order of the chart changes nothing. */
    List<Charted> all() {
        Map<String, Charted> newest = new LinkedHashMap<>();
        Stream.concat(owned.stream(), unowned.stream().filter(charted -> !mayBeForeign(charted)))
                .forEach(charted -> newest.merge(charted.name(), charted, OwnResources::newer));
        return newest.values().stream().sorted(comparing(Charted::name)).toList();
    }

    /** Those that say they are about somebody else. */
    List<Charted> foreign() {
        return foreign;
    }

    /** Those that do not say whom they are about, where that may be somebody else. */
    List<Charted> unowned() {
        return unowned.stream().filter(this::mayBeForeign).toList();
    }

    private boolean mayBeForeign(Charted charted) {
        return isMixed || partlyRead.contains(charted.resource().fhirType());
    }

    /** Whether a resource inside one of the patient's is the patient's too. */
    boolean isOwn(Charted inner) {
        return hasNoSubject(inner) || owner.isMeantBy(subject(inner), inner);
    }

    private static boolean hasNoSubject(Charted charted) {
        Reference subject = subject(charted);
        return subject.getReference() == null && !subject.hasIdentifier();
    }

    private static Reference subject(Charted charted) {
        return Subject.of(charted.resource()).orElseThrow();
    }

    private static Charted newer(Charted one, Charted other) {
        return version(other).compareTo(version(one)) >= 0 ? other : one;
    }

    /** The time of the last change, or else the number of the version, as text that sorts. */
    private static String version(Charted charted) {
        Meta meta = charted.resource().getMeta();
        String number = Optional.ofNullable(charted.resource().getIdElement().getVersionIdPart())
                .or(() -> Optional.ofNullable(meta.getVersionId()))
                .orElse("");
        String time = Moments.earliest(meta.getLastUpdatedElement())
                .map(moment -> moment.toInstant().toString())
                .orElse("");
        return time + "|" + "0".repeat(Math.max(0, 20 - number.length())) + number;
    }

    @Override
    public String toString() {
        return "OwnResources";
    }
}
