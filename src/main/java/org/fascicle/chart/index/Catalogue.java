package org.fascicle.chart.index;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * What the embedded store keeps and how it can be searched: {@code metadata} is made from this list, and what is not on it
 * is refused.
 */
public final class Catalogue {
    /** The canonical of our own extension, and where a RiskAssessment has it. */
    private static final String URGENCY = "https://fascicle.example/fhir/StructureDefinition/urgency";

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

    private static Parameter define(String type, String name, List<Parameter> before) {
        if (name.equals("urgency")) {
            Path path = Path.read(type, type + ".extension('" + URGENCY + "').value");
            return new Parameter(type, name, ParameterType.TOKEN, path, Set.of(), name);
        }
        RuntimeSearchParam standard =
                FhirContext.forR4Cached().getResourceDefinition(type).getSearchParam(name);
        Path path = Path.read(type, standard.getPath());
        String stored = before.stream()
                .filter(other -> other.path().findsSameAs(path))
                .map(Parameter::stored)
                .findFirst()
                .orElse(name);
        ParameterType compared = ParameterType.valueOf(standard.getParamType().name());
        return new Parameter(type, name, compared, path, standard.getTargets(), stored);
    }
}
