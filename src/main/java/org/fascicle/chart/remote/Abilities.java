package org.fascicle.chart.remote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;

/**
 * What a FHIR server says of itself in its CapabilityStatement, as far as it matters here.
 *
 * @param isTold false when nobody has asked yet: then everything is tried
 * @param transacts it carries out transactions
 */
public record Abilities(boolean isTold, Map<String, Ability> types, boolean transacts) {
    /** Before the server was asked. */
    public static final Abilities UNKNOWN = new Abilities(false, Map.of(), true);

    /** What an assessment reads, and by what. */
    private static final Map<String, List<String>> NEEDED = needed();

    /** What an assessment writes. */
    private static final List<String> WRITTEN =
            List.of("QuestionnaireResponse", "RiskAssessment", "ServiceRequest", "RequestGroup", "Task", "Provenance");

    public Abilities {
        types = Map.copyOf(types);
    }

    /** Fault: not supported, when it is no server of FHIR R4. */
    public static Abilities of(CapabilityStatement statement) {
        String version = statement.hasFhirVersion() ? statement.getFhirVersion().toCode() : "";
        if (!version.isEmpty() && !version.startsWith("4.0")) {
            throw new Fault(
                    Kind.NOT_SUPPORTED,
                    "the FHIR server speaks FHIR `" + version + "`; give the base of its R4 (`4.0.1`) interface");
        }
        Map<String, Ability> types = new LinkedHashMap<>();
        boolean transacts = false;
        for (CapabilityStatementRestComponent rest : statement.getRest()) {
            if (rest.getMode() != RestfulCapabilityMode.CLIENT) {
                rest.getResource().forEach(said -> types.putIfAbsent(said.getType(), Ability.of(said)));
                transacts |= rest.getInteraction().stream()
                        .anyMatch(interaction -> interaction.getCode() == SystemRestfulInteraction.TRANSACTION);
            }
        }
        return new Abilities(true, types, transacts);
    }

    /** What it can do with a type; nothing when it does not name it. */
    public Ability of(String type) {
        if (!isTold) {
            return Ability.unknown();
        }
        return types.getOrDefault(type, new Ability(Set.of(), Set.of(), Set.of(), false, false, false));
    }

    public boolean can(Deed deed, String type) {
        return of(type).deeds().contains(deed);
    }

    /** What an assessment would use and this server does not offer, in words for whoever runs it; empty when all is there. */
    public List<String> shortcomings() {
        List<String> words = new ArrayList<>();
        NEEDED.forEach((type, parameters) -> {
            if (!can(Deed.SEARCH, type)) {
                words.add("cannot search `" + type + "`: what it holds stays unknown");
            } else {
                parameters.stream()
                        .filter(parameter -> !of(type).searchesBy(parameter))
                        .forEach(parameter -> words.add(
                                "cannot search `" + type + "` by `" + parameter + "`: more is read and chosen here"));
            }
        });
        WRITTEN.stream()
                .filter(type -> !can(Deed.CREATE, type))
                .forEach(type -> words.add("cannot store `" + type + "`"));
        if (!transacts) {
            words.add("has no transactions: results are written in order, and finished after a break");
        }
        return List.copyOf(words);
    }

    void require(Deed deed, String type) {
        if (!can(deed, type)) {
            throw new Fault(
                    Kind.NOT_SUPPORTED,
                    "the FHIR server does not offer `" + deed.name().toLowerCase(java.util.Locale.ROOT) + "` for `"
                            + type + "`, by its CapabilityStatement");
        }
    }

    private static Map<String, List<String>> needed() {
        Map<String, List<String>> needed = new LinkedHashMap<>();
        needed.put("Condition", List.of("patient"));
        needed.put("MedicationRequest", List.of("patient"));
        needed.put("MedicationStatement", List.of("patient"));
        needed.put("Procedure", List.of("patient"));
        needed.put("DiagnosticReport", List.of("patient"));
        needed.put("Observation", List.of("patient", "code", "category"));
        needed.put("ServiceRequest", List.of("patient", "status", "identifier"));
        needed.put("RiskAssessment", List.of("identifier"));
        needed.put("RequestGroup", List.of("identifier"));
        needed.put("Provenance", List.of("target"));
        return needed;
    }
}
