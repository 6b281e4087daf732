package org.fascicle.fhir.response;

import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands above the items. */
class HeaderCheckTest extends ValidationCase {
    @Test
    void namesTheQuestionnaire() {
        response.setQuestionnaire(null);
        assertFault(
                IssueType.REQUIRED,
                "QuestionnaireResponse.questionnaire",
                "It does not say which Questionnaire it answers: name `" + Systems.QUESTIONNAIRE + "|1.0.0`.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Systems.QUESTIONNAIRE + "|9.9.9",
                "http://10.0.0.1/Questionnaire/1",
                "#contained",
                Systems.URGENCY
            })
    void namesAQuestionnaireThatIsPublished(String canonical) {
        response.setQuestionnaire(canonical);
        assertFault(
                IssueType.NOTFOUND,
                "QuestionnaireResponse.questionnaire",
                "The Questionnaire it names is not published here, or not in that version: name `"
                        + Systems.QUESTIONNAIRE + "|1.0.0`.");
    }

    @Test
    void saysWhoseItIs() {
        response.setSubject(null);
        assertFault(
                IssueType.REQUIRED,
                "QuestionnaireResponse.subject",
                "It does not say whose history it is: give `subject` a reference to the Patient.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Group/1", "#patient", "http://ehr.example/fhir/Practitioner/2"})
    void isAboutAPatient(String reference) {
        response.setSubject(new Reference(reference));
        assertFault(
                IssueType.VALUE,
                "QuestionnaireResponse.subject",
                "`subject` has to be a Patient of its own, by reference.");
    }

    @Test
    void hasAStatus() {
        response.setStatus(null);
        assertFault(
                IssueType.REQUIRED,
                "QuestionnaireResponse.status",
                "It has no `status`: say `completed`, or `in-progress` for a draft.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T00:00:00Z"})
    void wasWrittenInAYearThatCanBe(String authored) {
        response.setAuthoredElement(new DateTimeType(authored));
        assertFault(
                IssueType.VALUE,
                "QuestionnaireResponse.authored",
                "`authored` is in a year that cannot be right: give the time it was taken.");
    }

    @Test
    void hasNothingThatWouldChangeItsMeaning() {
        response.addModifierExtension(new Extension("http://a.example/not", new StringType("x")));
        assertFault(
                IssueType.EXTENSION,
                "QuestionnaireResponse.modifierExtension",
                "It has a modifier extension, which is not understood here: leave it out.");
    }

    @Test
    void followsNoRulesOfItsOwn() {
        response.setImplicitRules("http://a.example/rules");
        assertFault(
                IssueType.NOTSUPPORTED,
                "QuestionnaireResponse.implicitRules",
                "It has `implicitRules`, which are not known here: leave them out.");
    }
}
