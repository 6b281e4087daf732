package org.fascicle.api.operation;

import ca.uhn.fhir.model.api.annotation.DatatypeDef;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fascicle.api.Reception;
import org.fascicle.chart.Key;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Issue;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** What an operation was given: the Parameters in the body, and the simple ones in the address too. */
final class Inputs {
    private static final Set<String> SHAPE = Set.of("_format", "_pretty", "_summary", "_elements");

    private static final String A_PATIENT = "as `Patient/[id]`";

    private final Parameters body;
    private final RequestDetails request;

    private Inputs(Parameters body, RequestDetails request) {
        this.body = body;
        this.request = request;
    }

    /** An empty body is as one without parameters. */
    static Inputs of(RequestDetails request) {
        Resource body = Reception.body(request).orElseGet(Parameters::new);
        if (body instanceof Parameters parameters) {
            return new Inputs(parameters, request);
        }
        throw new Fault(Kind.MALFORMED, "This operation takes a `Parameters` resource as its body");
    }

    /** Refuses parameters of any other name, wherever they stand. */
    Inputs only(String... names) {
        List<String> known = List.of(names);
        for (String given : unknown(known)) {
            throw new Fault(
                    Kind.NOT_SUPPORTED,
                    "This operation has no parameter " + given + "; it takes "
                            + (known.isEmpty() ? "none" : "`" + String.join("`, `", known) + "`"));
        }
        return this;
    }

    /** The parameters of any other name, as they may be repeated. */
    List<String> unknown(List<String> known) {
        List<String> names = new ArrayList<>();
        body.getParameter().forEach(parameter -> names.add(parameter.getName() == null ? "" : parameter.getName()));
        names.addAll(request.getParameters().keySet());
        return names.stream()
                .filter(name -> !known.contains(name) && !SHAPE.contains(name))
                .map(name -> name.matches("[A-Za-z0-9_-]{1,40}") ? "`" + name + "`" : "of that name")
                .distinct()
                .toList();
    }

    /** A resource that has to be there. */
    <T extends Resource> T resource(String name, Class<T> type) {
        return findResource(name, type)
                .orElseThrow(() -> invalid(
                        "Parameters",
                        "The parameter `" + name + "` is missing; it takes a `" + type.getSimpleName() + "`"));
    }

    <T extends Resource> Optional<T> findResource(String name, Class<T> type) {
        return find(name).map(parameter -> {
            if (!type.isInstance(parameter.getResource())) {
                throw invalid(place(name), "`" + name + "` has to be a `" + type.getSimpleName() + "` in `resource`");
            }
            return type.cast(parameter.getResource());
        });
    }

    <T extends Type> Optional<T> findValue(String name, Class<T> type) {
        return find(name).map(parameter -> {
            if (!type.isInstance(parameter.getValue())) {
                throw invalid(place(name), "`" + name + "` has to be given as `" + member(type) + "`");
            }
            return type.cast(parameter.getValue());
        });
    }

    /** Where a value of this type stands: {@code valueBoolean}. */
    private static String member(Class<? extends Type> type) {
        String name = type.getAnnotation(DatatypeDef.class).name();
        return "value" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** In the body, or in the address as {@code ?name=true}. */
    Optional<Boolean> findBoolean(String name) {
        Optional<Boolean> inBody = findValue(name, BooleanType.class).map(BooleanType::booleanValue);
        return inBody.or(() -> Optional.ofNullable(request.getParameters().get(name))
                .map(values -> switch (values[0]) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw invalid("", "`" + name + "` has to be `true` or `false`");
                }));
    }

    /** In the body, or in the address as {@code ?name=text}. */
    Optional<String> findText(String name) {
        return findValue(name, StringType.class)
                .map(StringType::getValue)
                .or(() -> Optional.ofNullable(request.getParameters().get(name)).map(values -> values[0]));
    }

    /** The reference to a patient of the chart that was given under this name. */
    String patient(String name, Optional<String> given) {
        String reference = given.orElseThrow(() ->
                broken("Parameters", "The parameter `" + name + "` is missing; it takes the patient, " + A_PATIENT));
        if (Key.fromReference(reference)
                .filter(key -> key.type().equals("Patient"))
                .isEmpty()) {
            throw broken(place(name), "`" + name + "` has to be a patient of this chart, " + A_PATIENT);
        }
        return reference;
    }

    /** Where a parameter stands, as FHIRPath. */
    String place(String name) {
        for (int i = 0; i < body.getParameter().size(); i++) {
            if (name.equals(body.getParameter().get(i).getName())) {
                return "Parameters.parameter[" + i + "]";
            }
        }
        return "Parameters";
    }

    private Optional<ParametersParameterComponent> find(String name) {
        List<ParametersParameterComponent> found = body.getParameter().stream()
                .filter(parameter -> name.equals(parameter.getName()))
                .toList();
        if (found.size() > 1) {
            throw invalid(place(name), "`" + name + "` is given twice; give it once");
        }
        return found.stream().findFirst();
    }

    private static Fault broken(String place, String text) {
        return new Fault(Kind.INVALID, text, List.of(new Issue("invalid", place, text)));
    }

    private static Fault invalid(String place, String text) {
        return new Fault(Kind.MALFORMED, text, List.of(new Issue("invalid", place, text)));
    }
}
