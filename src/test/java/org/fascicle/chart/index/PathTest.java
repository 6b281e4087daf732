package org.fascicle.chart.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;

class PathTest {

    @Test
    void aPathGoesThroughAllRepetitions() {
        Patient patient = new Patient();
        patient.addName().addGiven("a").addGiven("b");
        patient.addName().addGiven("c");
        assertEquals(List.of("a", "b", "c"), found(patient, "Patient.name.given"));
    }

    @Test
    void aUnionFindsWhatEachPartFinds() {
        Patient patient = new Patient();
        patient.addName().setFamily("f").addGiven("g");
        assertEquals(List.of("f", "g"), found(patient, "Patient.name.family | Patient.name.given"));
    }

    @Test
    void aChoiceIsFoundOnlyAsTheTypeAskedFor() {
        RiskAssessment risk = new RiskAssessment().setOccurrence(new DateTimeType("2026"));
        assertEquals(List.of("2026"), found(risk, "(RiskAssessment.occurrence as dateTime)"));
        assertEquals(List.of("2026"), found(risk, "RiskAssessment.occurrence.as(dateTime)"));
        risk.setOccurrence(new Period());
        assertEquals(List.of(), found(risk, "(RiskAssessment.occurrence as dateTime)"));
    }

    @Test
    void anExtensionIsFoundByItsUrl() {
        RiskAssessment risk = new RiskAssessment();
        risk.addExtension(new Extension("http://a.example", new CodeType("x")));
        risk.addExtension(new Extension("http://b.example", new CodeType("y")));
        assertEquals(List.of("y"), found(risk, "RiskAssessment.extension('http://b.example').value"));
    }

    @Test
    void pathsThatDifferOnlyInWhatTheyResolveToFindTheSame() {
        Path subject = Path.read("Condition", "Condition.subject");
        assertTrue(subject.findsSameAs(Path.read("Condition", "Condition.subject.where(resolve() is Patient)")));
        assertFalse(subject.findsSameAs(Path.read("Condition", "Condition.asserter")));
    }

    @Test
    void anExpressionThatIsNotUnderstoodIsRefusedWhenItIsRead() {
        for (String expression : List.of(
                "Patient.telecom.where(system='phone')", "Patient.deceased.exists()", "Device.type", "Patient.")) {
            assertThrows(IllegalArgumentException.class, () -> Path.read("Patient", expression), expression);
        }
    }

    private static List<String> found(Resource resource, String expression) {
        return Path.read(resource.fhirType(), expression).in(resource).stream()
                .map(Object::toString)
                .map(text -> text.replaceAll("^\\w+\\[(.*)]$", "$1"))
                .toList();
    }
}
