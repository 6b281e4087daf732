package org.fascicle.knowledge.definition;

import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityDefinitionKind;
import org.hl7.fhir.r4.model.ActivityDefinition.RequestIntent;
import org.hl7.fhir.r4.model.CodeableConcept;

/** The task that hands the clinician what the rules say: a plan that is applied carries its reasons with it. */
final class ConsiderToDefinition {
    static final String ID = "consider-judgement";
    static final String TITLE = "Consider what the rules say";

    private ConsiderToDefinition() {}

    static ActivityDefinition write() {
        ActivityDefinition definition = new ActivityDefinition();
        Artifact.describe(definition, ID, TITLE);
        definition.setSubject(Artifact.patients());
        definition.setDescription("The rules that fired, each with its reason and what it asks of the clinician.");
        definition.setUsage(Artifact.USE);
        definition.setKind(ActivityDefinitionKind.TASK);
        definition.setIntent(RequestIntent.PROPOSAL);
        definition.setCode(new CodeableConcept().setText(TITLE));
        return definition;
    }
}
