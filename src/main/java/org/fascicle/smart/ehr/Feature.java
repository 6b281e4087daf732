package org.fascicle.smart.ehr;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fascicle.oauth.Scope;

/**
 * Something a clinician can do in a launch, and the scopes it takes. This table is both what we ask for and how we read
 * what was granted: a feature whose scopes are missing falls away and the others stay.
 */
public enum Feature {
    /** Name, birth date and sex, for the banner and the rules that ask for age. */
    SEE_PATIENT("patient/Patient.r"),
    SEE_ENCOUNTER("patient/Encounter.r"),
    /** Electrolytes, kidney, thyroid, creatine kinase: the rules read them. */
    SEE_RESULTS("patient/Observation.rs?category=" + Feature.CATEGORY + "|laboratory"),
    SEE_VITAL_SIGNS("patient/Observation.rs?category=" + Feature.CATEGORY + "|vital-signs"),
    SEE_PROBLEMS("patient/Condition.rs"),
    SEE_MEDICINES("patient/MedicationRequest.rs"),
    /** What is taken without a prescription here. */
    SEE_STATEMENTS("patient/MedicationStatement.rs"),
    /** An EMG done already is not proposed again. */
    SEE_REPORTS("patient/DiagnosticReport.rs"),
    SEE_PROCEDURES("patient/Procedure.rs"),
    /** What is ordered already is not proposed again. */
    SEE_ORDERS("patient/ServiceRequest.rs"),
    /** Save the interview, and find it again. */
    SAVE_INTERVIEW("patient/QuestionnaireResponse.crus"),
    /** Write the result, and amend it when the interview is. */
    SAVE_RESULT("patient/RiskAssessment.crus"),
    /** Write proposals, and accept or decline them. */
    SAVE_ORDERS("patient/ServiceRequest.crus", "patient/RequestGroup.crus"),
    SAVE_TASKS("patient/Task.crus"),
    /** Say who wrote it and on what grounds, and see who has signed. */
    SAVE_PROVENANCE("patient/Provenance.crs"),
    /** Where the EHR takes no RiskAssessment: what stands in for it, found again so that it is there once. */
    SAVE_OBSERVATION("patient/Observation.crus?category=" + Feature.CATEGORY + "|survey"),
    /** Where it takes neither, or no orders: the result in words. */
    SAVE_DOCUMENT("patient/DocumentReference.crus");

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    private final List<Scope> scopes;

    Feature(String... scopes) {
        this.scopes =
                Arrays.stream(scopes).map(Scope::find).flatMap(Optional::stream).toList();
    }

    /** All of them are needed. */
    public List<Scope> scopes() {
        return scopes;
    }
}
