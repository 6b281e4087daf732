package org.fascicle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.junit.jupiter.api.Test;

class MetadataTest extends ServerTest {
    private static CapabilityStatement statement() {
        return server.get("/metadata").expect(200).as(CapabilityStatement.class);
    }

    @Test
    void theStatementIsValidAndSaysWhereItStands() {
        CapabilityStatement statement = statement();
        Validator.assertValid(statement);
        assertEquals(server.fhir(), statement.getImplementation().getUrl());
        assertEquals("4.0.1", statement.getFhirVersion().toCode());
    }

    @Test
    void theChartOfTheContractIsThere() {
        Set<String> types = statement().getRestFirstRep().getResource().stream()
                .map(CapabilityStatementRestResourceComponent::getType)
                .collect(Collectors.toSet());
        Stream.of("Patient Practitioner Encounter QuestionnaireResponse RiskAssessment ServiceRequest RequestGroup Task"
                        + " Provenance Observation Organization Medication Subscription Condition MedicationRequest"
                        + " MedicationStatement DiagnosticReport Procedure DocumentReference Device AuditEvent"
                        + " Questionnaire ValueSet CodeSystem ConceptMap StructureDefinition OperationDefinition"
                        + " SearchParameter")
                .flatMap(line -> Stream.of(line.split(" ")))
                .forEach(type -> assertTrue(types.contains(type), type));
    }

    @Test
    void theExplanationOfAResponseIsDeclaredWithItsDefinition() {
        List<String> explained = statement().getRestFirstRep().getResource().stream()
                .filter(type -> type.getType().equals("QuestionnaireResponse"))
                .flatMap(type -> type.getOperation().stream())
                .filter(operation -> operation.getName().equals("explain"))
                .map(operation -> operation.getDefinition())
                .toList();
        assertEquals(
                List.of("https://fascicle.example/fhir/OperationDefinition/QuestionnaireResponse-explain"), explained);
        server.get("/OperationDefinition/QuestionnaireResponse-explain").expect(200);
    }

    @Test
    void itAsksForNoTokenWhereEveryoneIsLetIn() {
        assertFalse(statement().getRestFirstRep().hasSecurity());
    }

    @Test
    void itComesInEitherFormat() {
        HttpAnswer xml = server.get("/metadata?_format=xml").expect(200);
        assertEquals(statement().getDate(), xml.as(CapabilityStatement.class).getDate());
    }
}
