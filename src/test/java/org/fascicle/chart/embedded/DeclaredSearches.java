package org.fascicle.chart.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.chart.Clause;
import org.fascicle.chart.Search;
import org.fascicle.chart.index.Catalogue;
import org.fascicle.chart.index.Parameter;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.testing.RunningServer;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;

/** What {@code metadata} of the running program says can be searched in the store, by type. */
record DeclaredSearches(Map<String, Set<String>> parameters) {

    /** Asks the program; what it publishes itself stands in no store and is left out. */
    static DeclaredSearches ask(Path folder) {
        try (RunningServer server = RunningServer.start(folder)) {
            return of(server.get("/metadata").expect(200).as(CapabilityStatement.class));
        }
    }

    private static DeclaredSearches of(CapabilityStatement statement) {
        Map<String, Set<String>> parameters = new TreeMap<>();
        for (CapabilityStatementRestResourceComponent type :
                statement.getRestFirstRep().getResource()) {
            if (Definitions.published().ofType(type.getType()).isEmpty()) {
                parameters.put(
                        type.getType(),
                        type.getSearchParam().stream()
                                .map(CapabilityStatementRestResourceSearchParamComponent::getName)
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return new DeclaredSearches(parameters);
    }

    /** Each parameter with a value of each form it takes, alone and together with a time of storing. */
    Stream<Search> alone() {
        return each().flatMap(parameter -> values(parameter).stream().flatMap(value -> {
            Search search = Search.of(parameter.resource()).with(clause(parameter, value));
            return Stream.of(search, search.where("_lastUpdated", "ge2026"));
        }));
    }

    /** Each parameter of a patient's resources together with the patient. */
    Stream<Search> ofAPatient() {
        return each().filter(parameter -> parameters.get(parameter.resource()).contains("patient"))
                .map(parameter -> Search.of(parameter.resource())
                        .where("patient", "Patient/1")
                        .with(clause(parameter, values(parameter).get(0))));
    }

    Stream<Parameter> each() {
        return parameters.entrySet().stream()
                .flatMap(type -> type.getValue().stream().map(name -> Catalogue.parameter(type.getKey(), name)));
    }

    private static Clause clause(Parameter parameter, String value) {
        return new Clause(parameter.name(), "", List.of(value));
    }

    private static List<String> values(Parameter parameter) {
        if (parameter.name().equals(Parameter.ID)) {
            return List.of("a");
        }
        return switch (parameter.type()) {
            case TOKEN -> List.of("code", "system|code", "|code");
            case REFERENCE -> List.of("1", "http://a.example/1");
            case DATE -> List.of("2026", "ge2026", "lt2026", "sa2026", "eb2026");
            case STRING -> List.of("mu");
            case URI -> List.of("http://a.example");
        };
    }
}
