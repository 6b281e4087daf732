package org.fascicle.chart.remote;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fascicle.chart.index.Catalogue;
import org.fascicle.chart.index.Parameter;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;

/** CapabilityStatements of servers more or less able. */
final class Statements {
    private Statements() {}

    /** Everything our own store can. */
    static CapabilityStatement full() {
        Map<String, List<String>> types = new TreeMap<>();
        Catalogue.types()
                .forEach(type -> types.put(
                        type,
                        Catalogue.parameters(type).stream().map(Parameter::name).toList()));
        return of(types, true);
    }

    static CapabilityStatement withoutTransactions() {
        CapabilityStatement statement = full();
        statement.getRestFirstRep().getInteraction().clear();
        return statement;
    }

    /** Nothing but these types, searched by these parameters. */
    static CapabilityStatement of(Map<String, List<String>> types, boolean transacts) {
        CapabilityStatement statement = new CapabilityStatement().setFhirVersion(FHIRVersion._4_0_1);
        CapabilityStatementRestComponent rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        types.forEach((type, parameters) -> resource(rest, type, parameters));
        if (transacts) {
            rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
        }
        return statement;
    }

    static CapabilityStatementRestResourceComponent resource(CapabilityStatement statement, String type) {
        return statement.getRestFirstRep().getResource().stream()
                .filter(resource -> type.equals(resource.getType()))
                .findFirst()
                .orElseThrow();
    }

    /** The same without what these words name: {@code create RiskAssessment}. */
    static CapabilityStatement without(CapabilityStatement statement, TypeRestfulInteraction deed, String... types) {
        for (String type : Set.of(types)) {
            resource(statement, type).getInteraction().removeIf(interaction -> interaction.getCode() == deed);
        }
        return statement;
    }

    private static void resource(CapabilityStatementRestComponent rest, String type, List<String> parameters) {
        CapabilityStatementRestResourceComponent resource = rest.addResource()
                .setType(type)
                .setConditionalCreate(true)
                .setUpdateCreate(true)
                .setVersioning(CapabilityStatement.ResourceVersionPolicy.VERSIONED);
        for (TypeRestfulInteraction deed : List.of(
                TypeRestfulInteraction.READ,
                TypeRestfulInteraction.SEARCHTYPE,
                TypeRestfulInteraction.CREATE,
                TypeRestfulInteraction.UPDATE)) {
            resource.addInteraction().setCode(deed);
        }
        parameters.forEach(parameter -> resource.addSearchParam().setName(parameter));
    }
}
