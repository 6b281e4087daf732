package org.fascicle.knowledge.definition;

import java.util.Locale;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.fhir.term.ActivityCodes;
import org.fascicle.fhir.term.OrderCode;
import org.fascicle.knowledge.cql.Names;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityDefinitionKind;
import org.hl7.fhir.r4.model.ActivityDefinition.RequestIntent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** One thing that can be proposed, as the definition of a draft order or task. */
final class ActivityToDefinition {
    private ActivityToDefinition() {}

    static String id(Activity activity) {
        return ActivityCodes.ownCode(activity);
    }

    static ActivityDefinition write(Activity activity) {
        ActivityDefinition definition = new ActivityDefinition();
        Artifact.describe(definition, id(activity), title(activity));
        definition.setSubject(Artifact.patients());
        definition.setDescription(title(activity) + ".");
        definition.setUsage(Artifact.USE);
        definition.setCopyright(Notices.OF_CODES);
        definition.setKind(
                activity.kind() == Activity.Kind.TASK
                        ? ActivityDefinitionKind.TASK
                        : ActivityDefinitionKind.SERVICEREQUEST);
        definition.setIntent(RequestIntent.PROPOSAL);
        definition.setCode(code(activity));
        Citations.of(Names.lines(activity).map(line -> line.rule().grounds()).toList())
                .forEach(definition::addRelatedArtifact);
        return definition;
    }

    static String title(Activity activity) {
        return activity.words().substring(0, 1).toUpperCase(Locale.ROOT)
                + activity.words().substring(1);
    }

    /** The verified codes; our own where there is none. */
    static CodeableConcept code(Activity activity) {
        CodeableConcept code = new CodeableConcept().setText(title(activity));
        for (OrderCode verified : ActivityCodes.of(activity)) {
            code.addCoding(new Coding(verified.system(), verified.code(), verified.display()));
        }
        if (!code.hasCoding()) {
            code.addCoding(new Coding(ActivityCodes.OWN_SYSTEM, ActivityCodes.ownCode(activity), title(activity)));
        }
        return code;
    }
}
