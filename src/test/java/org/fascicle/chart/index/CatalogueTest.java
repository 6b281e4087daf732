package org.fascicle.chart.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void theTypesOfTheContractAreKept() {
        assertEquals(
                new HashSet<>(Arrays.asList(("Patient Practitioner Encounter QuestionnaireResponse RiskAssessment"
                                + " ServiceRequest RequestGroup Task Provenance Observation Organization Medication"
                                + " Subscription Condition MedicationRequest MedicationStatement DiagnosticReport Procedure"
                                + " DocumentReference Device AuditEvent")
                        .split(" "))),
                Catalogue.types());
    }

    @Test
    void everyDeclaredParameterHasADefinitionThatCanBeFollowed() {
        int parameters = 0;
        for (String type : Catalogue.types()) {
            List<Parameter> offered = Catalogue.parameters(type);
            Set<String> names =
                    new HashSet<>(offered.stream().map(Parameter::name).toList());
            assertEquals(offered.size(), names.size(), () -> "a parameter twice for " + type);
            assertTrue(names.containsAll(Set.of("_id", "_lastUpdated")));
            parameters += offered.size();
        }
        assertTrue(parameters > 150, "far fewer parameters than declared: " + parameters);
    }

    @Test
    void patientAndSubjectAreKeptOnce() {
        assertEquals(
                "Observation.subject",
                Catalogue.parameter("Observation", "patient").storedAs());
        assertEquals(
                Set.of("Patient"), Catalogue.parameter("Observation", "patient").targets());
    }

    @Test
    void datesAndIdsCanBeSortedByAndReferencesIncluded() {
        assertTrue(Catalogue.parameter("Observation", "date").isSortable());
        assertTrue(Catalogue.parameter("Observation", "_id").isSortable());
        assertFalse(Catalogue.parameter("Observation", "code").isSortable());
        assertTrue(Catalogue.parameter("Observation", "subject").isIncludable());
    }

    @Test
    void whatIsNotDeclaredIsNotSupported() {
        assertEquals(
                Kind.NOT_SUPPORTED,
                assertThrows(Fault.class, () -> Catalogue.parameters("Location"))
                        .kind());
        assertEquals(
                Kind.NOT_SUPPORTED,
                assertThrows(Fault.class, () -> Catalogue.parameter("Patient", "phonetic"))
                        .kind());
    }
}
