package org.fascicle.fhir.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The resources of a chart, in any order, from searches or from a Bundle someone gave; and how they refer to each other. */
public final class ChartResources {
    private final List<Charted> all;
    private final List<Withheld> withheld;
    private final Map<String, Resource> byName = new HashMap<>();

    private ChartResources(List<Charted> all) {
        this(all, List.of());
    }

    private ChartResources(List<Charted> all, List<Withheld> withheld) {
        this.all = List.copyOf(all);
        this.withheld = List.copyOf(withheld);
        all.forEach(charted -> charted.names().forEach(name -> byName.putIfAbsent(name, charted.resource())));
    }

    /** As searches answer them. */
    public static ChartResources of(List<? extends Resource> resources) {
        List<Charted> all = new ArrayList<>();
        for (int place = 0; place < resources.size(); place++) {
            add(all, resources.get(place), null, place);
        }
        return new ChartResources(all);
    }

    /** A Bundle of any type; its full urls are names too. */
    public static ChartResources of(Bundle bundle) {
        List<Charted> all = new ArrayList<>();
        List<BundleEntryComponent> entries = bundle.getEntry();
        for (int place = 0; place < entries.size(); place++) {
            add(all, entries.get(place).getResource(), entries.get(place).getFullUrl(), place);
        }
        return new ChartResources(all);
    }

    /** The same, with what could not be had at all: it stays unknown, and is said to be. */
    public ChartResources without(List<Withheld> notHad) {
        return new ChartResources(all, notHad);
    }

    List<Withheld> withheld() {
        return withheld;
    }

    private static void add(List<Charted> all, Resource resource, String fullUrl, int place) {
        if (resource != null) {
            all.add(Charted.of(resource, fullUrl, place));
        }
    }

    /** The Patient resource of that name, when the chart holds it. */
    public Optional<Patient> findPatient(String subject) {
        Owner owner = Owner.of(subject, this);
        return patients()
                .filter(owner::is)
                .map(charted -> (Patient) charted.resource())
                .findFirst();
    }

    /** Whether the chart holds patients, and not this one. */
    public boolean isOfOthers(String subject) {
        return patients().findAny().isPresent() && findPatient(subject).isEmpty();
    }

    Stream<Charted> all() {
        return all.stream();
    }

    Stream<Charted> patients() {
        return all.stream().filter(charted -> charted.resource() instanceof Patient);
    }

    /** What a reference inside a resource of the chart points at: contained in it, or elsewhere in the chart. */
    Optional<Resource> find(Reference reference, Charted from) {
        String name = reference.getReference();
        if (name == null || name.isBlank()) {
            return Optional.ofNullable(reference.getResource()).map(Resource.class::cast);
        }
        return name.startsWith("#") ? contained(name, from) : elsewhere(References.withoutVersion(name), from);
    }

    private static Optional<Resource> contained(String name, Charted from) {
        return from.resource() instanceof DomainResource container
                ? container.getContained().stream()
                        .filter(inner -> name.equals("#" + plainId(inner)))
                        .findFirst()
                : Optional.empty();
    }

    private static String plainId(Resource inner) {
        String id = inner.getIdElement().getIdPart();
        return id == null ? "" : id.replaceFirst("^#", "");
    }

    private Optional<Resource> elsewhere(String name, Charted from) {
        Optional<Resource> nearby =
                References.isAbsolute(name) ? Optional.empty() : from.base().map(base -> byName.get(base + name));
        return nearby.or(() -> Optional.ofNullable(byName.get(name)))
                .or(() -> References.relativePart(name).map(byName::get));
    }
}
