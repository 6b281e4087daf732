package org.fascicle.fhir.chart;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/**
 * The patient whose chart is read, by every name the chart has for that patient.
 *
 * <p>Once an address of the patient is known, an address has to be that one: the same id on another server is somebody
 * else.
 */
final class Owner {
    private final Set<String> relatives = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private final Set<String> urns = new HashSet<>();
    private final List<Identifier> identifiers;

    private Owner(String subject, ChartResources chart) {
        add(References.withoutVersion(subject));
        List<Charted> same = chart.patients().filter(this::is).toList();
        same.forEach(charted -> charted.names().forEach(this::add));
        identifiers = same.stream()
                .flatMap(charted -> ((Patient) charted.resource()).getIdentifier().stream())
                .filter(identifier -> identifier.getSystem() != null && identifier.getValue() != null)
                .toList();
    }

    static Owner of(String subject, ChartResources chart) {
        return new Owner(subject, chart);
    }

    /** Whether a Patient resource of the chart is this patient's. */
    boolean is(Charted patient) {
        Optional<String> address = patient.address().filter(Owner::isOnServer);
        return address.isPresent() && !addresses.isEmpty()
                ? addresses.contains(address.get())
                : patient.names().anyMatch(this::isCalled);
    }

    /** Whether a reference inside a resource of the chart means this patient. */
    boolean isMeantBy(Reference reference, Charted from) {
        String name = reference.getReference();
        if (name == null || name.isBlank()) {
            return reference.hasIdentifier() && isIdentifiedBy(reference.getIdentifier());
        }
        String plain = References.withoutVersion(name);
        if (isOnServer(plain)) {
            return isAddress(plain);
        }
        return from.base()
                .filter(base -> !addresses.isEmpty() && !plain.startsWith("urn:"))
                .map(base -> isOnlyAddress(base + plain))
                .orElseGet(() -> isCalled(plain));
    }

    private boolean isAddress(String address) {
        return addresses.isEmpty()
                ? References.relativePart(address).filter(relatives::contains).isPresent()
                : isOnlyAddress(address);
    }

    /** Two servers that both hold a patient of this id leave unknown which of them is meant. */
    private boolean isOnlyAddress(String address) {
        return addresses.size() == 1 && addresses.contains(address);
    }

    private void add(String name) {
        if (isOnServer(name)) {
            addresses.add(name);
            References.relativePart(name).ifPresent(relatives::add);
        } else {
            (name.startsWith("urn:") ? urns : relatives).add(name);
        }
    }

    private boolean isCalled(String name) {
        return relatives.contains(name) || urns.contains(name) || addresses.contains(name);
    }

    private boolean isIdentifiedBy(Identifier identifier) {
        return identifiers.stream()
                .anyMatch(own -> own.getSystem().equals(identifier.getSystem())
                        && own.getValue().equals(identifier.getValue()));
    }

    private static boolean isOnServer(String name) {
        return name.contains("://");
    }

    @Override
    public String toString() {
        return "Owner";
    }
}
