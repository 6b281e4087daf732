package org.fascicle.fhir.chart;

import static java.util.Comparator.comparing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;

/**
 * Those resources of a chart that are the patient's, each once, its newest version.
 *
 * <p>One without a subject counts as the patient's, for the chart was given as that patient's; not when the chart also
 * holds somebody else's.
 */
final class OwnResources {
    private final Owner owner;
    private final List<Charted> read;
    private final boolean isMixed;

    OwnResources(ChartResources chart, ChartScope scope) {
        owner = Owner.of(scope.subject(), chart);
        read = chart.all()
                .filter(charted -> Subject.of(charted.resource()).isPresent())
                .toList();
        isMixed = chart.patients().anyMatch(patient -> !owner.is(patient))
                || read.stream().anyMatch(this::isForeign);
    }

    /** In the order of their references, so that the order of the chart changes nothing. */
    List<Charted> all() {
        Map<String, Charted> newest = new LinkedHashMap<>();
        Stream<Charted> own = read.stream().filter(this::isOwn);
        own.forEach(charted -> newest.merge(charted.name(), charted, OwnResources::newer));
        return newest.values().stream().sorted(comparing(Charted::name)).toList();
    }

    /** Those that say they are about somebody else. */
    List<Charted> foreign() {
        return read.stream().filter(this::isForeign).toList();
    }

    /** Those that do not say whom they are about, in a chart of more than one patient. */
    List<Charted> unowned() {
        return isMixed ? read.stream().filter(OwnResources::hasNoSubject).toList() : List.of();
    }

    boolean isOwn(Charted charted) {
        return hasNoSubject(charted) ? !isMixed : owner.isMeantBy(subject(charted), charted);
    }

    private boolean isForeign(Charted charted) {
        return !hasNoSubject(charted) && !owner.isMeantBy(subject(charted), charted);
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
