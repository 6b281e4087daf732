package org.fascicle.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.fhir.term.Systems;

/** The operations that work here, with the published definition of each. */
enum OfferedOperation {
    ASSESS("QuestionnaireResponse", "assess", "QuestionnaireResponse-assess"),
    ASSESS_STATELESS("QuestionnaireResponse", "assess", "QuestionnaireResponse-assess-stateless"),
    EXPLAIN("QuestionnaireResponse", "explain", "QuestionnaireResponse-explain"),
    EXTRACT("QuestionnaireResponse", "extract", "QuestionnaireResponse-extract"),
    STALE("RiskAssessment", "stale", "RiskAssessment-stale"),
    POPULATE("Questionnaire", "populate", "Questionnaire-populate"),
    APPLY("PlanDefinition", "apply", "PlanDefinition-apply");

    private final String type;
    private final String code;
    private final String id;

    OfferedOperation(String type, String code, String id) {
        this.type = type;
        this.code = code;
        this.id = id;
    }

    static Stream<OfferedOperation> of(String type) {
        return Arrays.stream(values()).filter(operation -> operation.type.equals(type));
    }

    /** The code of the one that is called so, the dollar in front; empty for one that is not offered. */
    static Optional<String> find(String called) {
        return Arrays.stream(values())
                .map(OfferedOperation::code)
                .filter(code -> ("$" + code).equals(called))
                .findFirst();
    }

    /** Without the dollar. */
    String code() {
        return code;
    }

    /** The canonical of its OperationDefinition. */
    String definition() {
        return Systems.BASE + "/OperationDefinition/" + id;
    }
}
