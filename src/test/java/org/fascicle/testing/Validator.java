package org.fascicle.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** The reference validator with the R4 definitions and ours, offline. Built once, since building it takes seconds. */
public final class Validator {
    /** Extensions that base R4 does not define. They are let through by name and are not themselves checked. */
    private static final String[] KNOWN_EXTENSIONS = {
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext"
    };

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = build();

    private Validator() {}

    /** What is wrong with the resource: errors only, each with its place. */
    public static List<String> errors(IBaseResource resource) {
        return errors(CONTEXT.newJsonParser().encodeResourceToString(resource));
    }

    /** The same for JSON as it stands in a file. */
    public static List<String> errors(String json) {
        return VALIDATOR.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(Validator::line)
                .toList();
    }

    public static void assertValid(IBaseResource resource) {
        assertEquals(List.of(), errors(resource));
    }

    private static String line(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    private static FhirValidator build() {
        IValidationSupport support = support();
        FhirInstanceValidator module = new FhirInstanceValidator(support);
        module.setWrappedWorkerContext(support, new R4Context(support));
        module.setAnyExtensionsAllowed(false);
        module.setErrorForUnknownProfiles(true);
        module.setCustomExtensionDomains(KNOWN_EXTENSIONS);
        module.setNoExtensibleWarnings(true);
        return CONTEXT.newValidator().registerValidatorModule(module);
    }

    private static IValidationSupport support() {
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(CONTEXT),
                new PublishedDefinitions(CONTEXT),
                new ForeignTerminology(CONTEXT),
                new CommonCodeSystemsTerminologyService(CONTEXT),
                new InMemoryTerminologyServerValidationSupport(CONTEXT),
                new SnapshotGeneratingValidationSupport(CONTEXT));
        // As FHIR has it: one coding from a required set is enough, and others may stand beside it.
        return chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
    }

    /**
     * Says 4.0 where HAPI says 4.0.1: the validator counts published versions as 4.0, takes 4.0.1 for another one, and
     * would fetch its definitions from the network.
     */
    private static final class R4Context extends WorkerContextValidationSupportAdapter {
        R4Context(IValidationSupport support) {
            super(support);
        }

        @Override
        public String getVersion() {
            return "4.0";
        }
    }
}
