package org.fascicle.chart.remote;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.StringType;

/**
 * What a server says it can do with one resource type.
 *
 * @param parameters by which it can be searched; empty when the server names none at all, which is taken for silence
 * @param includes what {@code _include} may name; empty when the server names none, which is taken for silence
 * @param createsOnce it knows conditional creates
 * @param createsByUpdate an update of an id nobody has stores it under that id
 * @param keepsVersions an update can be made to depend on a version
 */
public record Ability(
        Set<Deed> deeds,
        Set<String> parameters,
        Set<String> includes,
        boolean createsOnce,
        boolean createsByUpdate,
        boolean keepsVersions) {

    public Ability {
        deeds = Set.copyOf(deeds);
        parameters = Set.copyOf(parameters);
        includes = Set.copyOf(includes);
    }

    static Ability of(CapabilityStatementRestResourceComponent said) {
        return new Ability(
                deeds(said),
                said.getSearchParam().stream()
                        .map(parameter -> parameter.getName())
                        .filter(name -> name != null)
                        .collect(Collectors.toSet()),
                said.getSearchInclude().stream().map(StringType::getValue).collect(Collectors.toSet()),
                said.getConditionalCreate(),
                said.getUpdateCreate(),
                said.getVersioning() != ResourceVersionPolicy.NOVERSION);
    }

    /** Of someone who has not said anything. */
    static Ability unknown() {
        return new Ability(EnumSet.allOf(Deed.class), Set.of(), Set.of(), true, false, true);
    }

    private static Set<Deed> deeds(CapabilityStatementRestResourceComponent said) {
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        said.getInteraction().forEach(interaction -> {
            if (interaction.getCode() != null) {
                switch (interaction.getCode()) {
                    case READ -> deeds.add(Deed.READ);
                    case SEARCHTYPE -> deeds.add(Deed.SEARCH);
                    case CREATE -> deeds.add(Deed.CREATE);
                    case UPDATE -> deeds.add(Deed.UPDATE);
                    default -> {
                        // Not needed here.
                    }
                }
            }
        });
        return deeds;
    }

    boolean searchesBy(String parameter) {
        return deeds.contains(Deed.SEARCH)
                && (parameter.startsWith("_") || parameters.isEmpty() || parameters.contains(parameter));
    }

    boolean includes(String path) {
        return includes.isEmpty() || includes.contains(path) || includes.contains("*");
    }
}
