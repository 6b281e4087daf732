package org.fascicle.testing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.Set;
import org.fascicle.fhir.term.Systems;

/**
 * Code systems that are too large to ship: LOINC and SNOMED CT are held to the verified codes, and of medicines and SDC
 * only the system is known.
 */
final class ForeignTerminology implements IValidationSupport {
    private static final Set<String> VERIFIED = Set.of(Systems.LOINC, Systems.SNOMED);
    private static final Set<String> UNREAD =
            Set.of(Systems.RXNORM, Systems.ATC, "http://hl7.org/fhir/uv/sdc/CodeSystem/launchContext");

    /** R4 lists the first three and lets in any MIME type beside them, which no validator can list. */
    private static final String EXPRESSION_LANGUAGE = "http://hl7.org/fhir/expression-language";

    private static final Set<String> LANGUAGES =
            Set.of("text/cql", "text/fhirpath", "application/x-fhir-query", "text/cql-identifier");

    private final FhirContext context;

    ForeignTerminology(FhirContext context) {
        this.context = context;
    }

    @Override
    public FhirContext getFhirContext() {
        return context;
    }

    @Override
    public boolean isCodeSystemSupported(ValidationSupportContext root, String system) {
        return VERIFIED.contains(system) || UNREAD.contains(system) || EXPRESSION_LANGUAGE.equals(system);
    }

    @Override
    public CodeValidationResult validateCode(
            ValidationSupportContext root,
            ConceptValidationOptions options,
            String system,
            String code,
            String display,
            String valueSetUrl) {
        if (!isCodeSystemSupported(root, system)) {
            return null;
        }
        boolean isLanguage = EXPRESSION_LANGUAGE.equals(system) && LANGUAGES.contains(code);
        if (isLanguage
                || UNREAD.contains(system)
                || VerifiedCodes.find(system, code).isPresent()) {
            return new CodeValidationResult().setCode(code).setDisplay(display);
        }
        String message = "`" + system + "|" + code + "` is not among the verified codes";
        return new CodeValidationResult()
                .setSeverity(IssueSeverity.ERROR)
                .setMessage(message)
                .addIssue(new CodeValidationIssue(
                        message,
                        IssueSeverity.ERROR,
                        CodeValidationIssueCode.CODE_INVALID,
                        CodeValidationIssueCoding.INVALID_CODE));
    }
}
