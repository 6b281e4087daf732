package org.fascicle.fhir.response;

import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** What stands above the items: status, patient, time, and rules that would change what the rest means. */
final class HeaderCheck {
    private static final Set<String> PATIENT_OR_UNSAID = Set.of("Patient", "");

    private final QuestionnaireResponse response;
    private final Issues issues;

    private HeaderCheck(QuestionnaireResponse response, Issues issues) {
        this.response = response;
        this.issues = issues;
    }

    static void check(QuestionnaireResponse response, Issues issues) {
        HeaderCheck check = new HeaderCheck(response, issues);
        check.status();
        check.subject();
        check.authored();
        check.modifiers();
    }

    private void status() {
        if (!response.hasStatus()) {
            add(IssueType.REQUIRED, "status", "It has no `status`: say `completed`, or `in-progress` for a draft.");
        }
    }

    /** Without a patient nobody could be kept from reading it. */
    private void subject() {
        if (!response.getSubject().hasReference()) {
            add(
                    IssueType.REQUIRED,
                    "subject",
                    "It does not say whose history it is: give `subject` a reference to the" + " Patient.");
            return;
        }
        String reference = response.getSubject().getReference();
        String type = new IdType(reference).getResourceType();
        if (reference.startsWith("#") || !PATIENT_OR_UNSAID.contains(type == null ? "" : type)) {
            add(IssueType.VALUE, "subject", "`subject` has to be a Patient of its own, by reference.");
        }
    }

    private void authored() {
        if (response.hasAuthored() && !Dates.isPlausible(response.getAuthoredElement())) {
            add(
                    IssueType.VALUE,
                    "authored",
                    "`authored` is in a year that cannot be right: give the time it was taken.");
        }
    }

    private void modifiers() {
        if (response.hasModifierExtension()) {
            add(
                    IssueType.EXTENSION,
                    "modifierExtension",
                    "It has a modifier extension, which is not understood here:" + " leave it out.");
        }
        if (response.hasImplicitRules()) {
            add(
                    IssueType.NOTSUPPORTED,
                    "implicitRules",
                    "It has `implicitRules`, which are not known here: leave them" + " out.");
        }
    }

    private void add(IssueType type, String element, String message) {
        issues.add(type, "QuestionnaireResponse." + element, message);
    }
}
