package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.Refusal;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code metadata} promises what works, and nothing else works: every promise is called in, and every other refused. */
class DeclaredTest extends ServerTest {
    private static final String CASE = "weak-hand-emg-ordered-in-snomed";
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";
    private static CapabilityStatement statement;
    private static String assessment;

    /** One type as it is declared. */
    record Type(CapabilityStatementRestResourceComponent declared) {
        String name() {
            return declared.getType();
        }

        Set<String> interactions() {
            return declared.getInteraction().stream()
                    .map(interaction -> interaction.getCode().toCode())
                    .collect(Collectors.toSet());
        }

        boolean isWritten() {
            return interactions().contains("create");
        }

        Set<String> parameters() {
            return declared.getSearchParam().stream()
                    .map(CapabilityStatementRestResourceSearchParamComponent::getName)
                    .collect(Collectors.toSet());
        }

        /** The id of one that is there. */
        String id() {
            return switch (name()) {
                case "QuestionnaireResponse" -> CASE;
                case "RiskAssessment" -> assessment;
                default -> isWritten() || name().equals("AuditEvent") ? "walk" : firstId();
            };
        }

        private String firstId() {
            return server.get("/" + name() + "?_count=1").ids().get(0);
        }

        @Override
        public String toString() {
            return name();
        }
    }

    @BeforeAll
    static void fill() {
        statement = server.get("/metadata").expect(200).as(CapabilityStatement.class);
        server.store(CASE);
        assessment = server.post("/QuestionnaireResponse/" + CASE + "/$assess", NOTHING)
                .expect(200)
                .ids()
                .get(0);
        AuditEvent event = new AuditEvent();
        event.setId("walk");
        server.chart().update(event);
        types().filter(Type::isWritten)
                .filter(type -> type.id().equals("walk"))
                .forEach(type -> put(type.name(), "walk", "{\"resourceType\":\"" + type + "\",\"id\":\"walk\"}")
                        .expect(201));
    }

    static Stream<Type> types() {
        return statement.getRestFirstRep().getResource().stream().map(Type::new);
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsDeclaredForATypeWorks(Type type) {
        String one = "/" + type + "/" + type.id();
        Set<String> declared = type.interactions();
        HttpAnswer read = server.get(one).expect(200);
        server.get("/" + type).expect(200);
        if (declared.contains("vread")) {
            server.get(one + "/_history/1").expect(200);
            server.get(one + "/_history").expect(200);
            server.get(one, "If-None-Match", read.header("ETag")).expect(304);
            server.put(one, read.body(), "If-Match", read.header("ETag")).expect(200);
            server.post("/" + type, read.body(), "If-None-Exist", "_id=" + type.id())
                    .expect(200);
            server.put("/" + type + "?_id=" + type.id(), read.body()).expect(200);
            server.post("/" + type, read.body()).expect(201);
        }
        assertEquals(type.isWritten(), declared.contains("vread") && declared.contains("update"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsNotDeclaredForATypeIsRefused(Type type) {
        String one = "/" + type + "/" + type.id();
        String body = "{\"resourceType\":\"" + type + "\",\"id\":\"walk\"}";
        Refusal.assertInWords(405, server.send("DELETE", one, new byte[0]));
        Refusal.assertInWords(405, server.send("PATCH", one, new byte[0]));
        Refusal.assertInWords(404, server.get("/" + type + "/_history"));
        Refusal.assertInWords(404, server.get(one + "/$everything"));
        if (!type.isWritten()) {
            Refusal.assertInWords(405, server.post("/" + type, body));
            Refusal.assertInWords(405, server.put("/" + type + "/walk", body));
            Refusal.assertInWords(404, server.get(one + "/_history"));
            Refusal.assertInWords(404, server.get(one + "/_history/1"));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyDeclaredSearchParameterIsUnderstood(Type type) {
        type.declared().getSearchParam().forEach(parameter -> {
            String name = parameter.getName();
            HttpAnswer found = server.get(
                    "/" + type + "?" + name + "=" + value(parameter.getType().toCode()));
            assertEquals(200, found.status(), name + ": " + found.body());
        });
        type.declared()
                .getSearchInclude()
                .forEach(include -> server.get("/" + type + "?_include=" + include.getValue())
                        .expect(200));
    }

    @ParameterizedTest
    @MethodSource("types")
    void noOtherSearchParameterOfTheStandardIs(Type type) {
        Set<String> declared = type.parameters();
        List<RuntimeSearchParam> others =
                FhirContext.forR4Cached().getResourceDefinition(type.name()).getSearchParams().stream()
                        .filter(parameter -> !declared.contains(parameter.getName()))
                        .toList();
        others.forEach(parameter ->
                Refusal.assertInWords(400, server.get("/" + type + "?" + parameter.getName() + "=2026-11-21")));
        Set<String> includes = type.declared().getSearchInclude().stream()
                .map(PrimitiveType::getValue)
                .collect(Collectors.toSet());
        others.stream()
                .filter(parameter -> parameter.getParamType() == RestSearchParameterTypeEnum.REFERENCE)
                .map(parameter -> type + ":" + parameter.getName())
                .filter(include -> !includes.contains(include))
                .forEach(include -> Refusal.assertInWords(400, server.get("/" + type + "?_include=" + include)));
        Refusal.assertInWords(400, server.get("/" + type + "?_revinclude=Provenance:target"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyDeclaredOperationWorksAtItsLevelsAndAtNoOther(Type type) {
        List<OperationDefinition> definitions = type.declared().getOperation().stream()
                .map(DeclaredTest::definition)
                .toList();
        for (OperationDefinition definition : definitions) {
            String code = definition.getCode();
            List<OperationDefinition> same = definitions.stream()
                    .filter(other -> other.getCode().equals(code))
                    .toList();
            assertEquals(
                    same.stream().anyMatch(OperationDefinition::getInstance),
                    isThere(server.post("/" + type + "/" + type.id() + "/$" + code, NOTHING)),
                    code);
            assertEquals(
                    same.stream().anyMatch(OperationDefinition::getType),
                    isThere(server.post("/" + type + "/$" + code, NOTHING)),
                    code);
            assertFalse(definition.getSystem());
            assertFalse(isThere(server.post("/$" + code, NOTHING)), code);
            Refusal.assertInWords(404, server.post("/Patient/walk/$" + code, NOTHING));
        }
    }

    @Test
    void whatIsDeclaredForTheWholeWorks() {
        assertEquals(
                List.of("transaction"),
                statement.getRestFirstRep().getInteraction().stream()
                        .map(interaction -> interaction.getCode().toCode())
                        .toList());
        server.post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}")
                .expect(200);
        Refusal.assertInWords(400, server.post("", "{\"resourceType\":\"Bundle\",\"type\":\"batch\"}"));
        Refusal.assertInWords(404, server.get("/_history"));
        Refusal.assertInWords(404, server.get("/?_type=Patient"));
        assertTrue(statement.getRestFirstRep().getOperation().isEmpty());
        statement
                .getFormat()
                .forEach(format -> server.get(
                                "/metadata?_format=" + format.getValue().replace("+", "%2B"))
                        .expect(200));
    }

    /** The operation is there when it is found; it may then miss a parameter. */
    private static boolean isThere(HttpAnswer answer) {
        assertTrue(Set.of(200, 400, 404, 422).contains(answer.status()), answer.body());
        return answer.status() != 404;
    }

    private static OperationDefinition definition(CapabilityStatementRestResourceOperationComponent operation) {
        return (OperationDefinition) server.get("/OperationDefinition?url=" + operation.getDefinition())
                .expect(200)
                .entries()
                .get(0);
    }

    private static String value(String type) {
        return switch (type) {
            case "date" -> "ge2026-11-21";

            case "uri" -> "https://fascicle.example/fhir/x";
            case "number", "quantity" -> "1";
            default -> "walk";
        };
    }
}
