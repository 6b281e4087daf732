package org.fascicle.chart.index;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.profile.Definitions;
import org.hl7.fhir.r4.model.SearchParameter;

/**
 * What the embedded store keeps and how it can be searched: {@code metadata} is made from this list, and what is not on it
 * is refused.
 */
public final class Catalogue {
    /** The parameters we published ourselves. */
    private static final List<SearchParameter> OWN = Definitions.published().ofType("SearchParameter").stream()
            .map(definition -> (SearchParameter) definition.resource())
            .toList();

    private static final Map<String, List<Parameter>> PARAMETERS = new ConcurrentHashMap<>();

    private Catalogue() {}

    /** The resource types that are kept. */
    public static Set<String> types() {
        return Declared.PARAMETERS.keySet();
    }

    /** The search parameters of a type, {@code _id} and {@code _lastUpdated} first. Fault: not supported. */
    public static List<Parameter> parameters(String type) {
        if (!types().contains(type)) {
            throw new Fault(
                    Kind.NOT_SUPPORTED, "`" + type + "` is not kept here; kept are " + String.join(", ", types()));
        }
        return PARAMETERS.computeIfAbsent(type, Catalogue::read);
    }

    /** The parameter of this name. Fault: not supported. */
    public static Parameter parameter(String type, String name) {
        List<Parameter> offered = parameters(type);
        return offered.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        Kind.NOT_SUPPORTED,
                        "`" + type + "` cannot be searched by `" + name + "`; it can by "
                                + String.join(
                                        ", ",
                                        offered.stream().map(Parameter::name).toList())));
    }

    private static List<Parameter> read(String type) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter(
                type, Parameter.ID, ParameterType.TOKEN, Path.read(type, type + ".id"), Set.of(), Parameter.ID));
        parameters.add(new Parameter(
                type,
                Parameter.LAST_UPDATED,
                ParameterType.DATE,
                Path.read(type, type + ".meta.lastUpdated"),
                Set.of(),
                Parameter.LAST_UPDATED));
        for (String name : Declared.PARAMETERS.get(type)) {
            parameters.add(define(type, name, parameters));
        }
        return List.copyOf(parameters);
    }

    /** By our own definition when there is one, else by the standard's. */
    private static Parameter define(String type, String name, List<Parameter> before) {
        Optional<SearchParameter> own = OWN.stream()
                .filter(published -> published.getCode().equals(name) && published.hasBase(type))
                .findFirst();
        if (own.isPresent()) {
            Path path = Path.read(type, own.get().getExpression());
            return new Parameter(type, name, compared(own.get().getType().name()), path, Set.of(), name);
        }
        RuntimeSearchParam standard =
                FhirContext.forR4Cached().getResourceDefinition(type).getSearchParam(name);
        Path path = Path.read(type, standard.getPath());
        String stored = before.stream()
                .filter(other -> other.path().findsSameAs(path))
                .map(Parameter::stored)
                .findFirst()
                .orElse(name);
        return new Parameter(type, name, compared(standard.getParamType().name()), path, standard.getTargets(), stored);
    }

    private static ParameterType compared(String type) {
        return ParameterType.valueOf(type);
    }
}
