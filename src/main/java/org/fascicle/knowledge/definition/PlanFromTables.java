package org.fascicle.knowledge.definition;

import java.util.Locale;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Table;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.term.Systems;
import org.fascicle.knowledge.cql.CqlLibraries;
import org.fascicle.knowledge.cql.Names;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.ActionConditionKind;
import org.hl7.fhir.r4.model.PlanDefinition.ActionGroupingBehavior;
import org.hl7.fhir.r4.model.PlanDefinition.ActionSelectionBehavior;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.TriggerDefinition;
import org.hl7.fhir.r4.model.TriggerDefinition.TriggerType;

/**
 * The whole judgement as one PlanDefinition: an action for each table of rules, and one for each thing that can be
 * proposed. Each names the definition in the CQL that decides whether it applies.
 */
final class PlanFromTables {
    static final String ID = "fasciculation-assessment";
    static final String JUDGEMENT = "judgement";
    static final String WORKUP = "workup";
    private static final String CQL_NAME = "text/cql-identifier";
    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/plan-definition-type";

    private PlanFromTables() {}

    static PlanDefinition write() {
        PlanDefinition plan = new PlanDefinition();
        Artifact.describe(plan, ID, "Fasciculation assessment");
        plan.setSubtitle("What muscle twitching may mean, how urgent it is, and what to do next");
        plan.setType(Artifact.concept(TYPES, "eca-rule", "ECA Rule"));
        plan.setSubject(Artifact.patients());
        plan.setDescription(
                "When the history of muscle twitching is completed, judges three outcomes and the urgency by rules"
                        + " that can be read, and proposes a workup to the clinician.");
        plan.setPurpose(
                "To tell the clinician early which twitching needs somebody to act, and to spare the others tests.");
        plan.setUsage(Artifact.USE);
        plan.setCopyright(Notices.OF_CODES);
        plan.addLibrary(Artifact.canonical("Library", CqlLibraries.RULES).getValue());
        plan.addRelatedArtifact(Artifact.dependsOn(
                Artifact.canonical("Library", CqlLibraries.RULES).getValue()));
        plan.addRelatedArtifact(Artifact.dependsOnQuestionnaire());
        Stream.concat(Stream.of(ConsiderToDefinition.ID), Names.proposable().map(ActivityToDefinition::id))
                .map(id -> Artifact.canonical("ActivityDefinition", id))
                .forEach(canonical -> plan.addRelatedArtifact(Artifact.dependsOn(canonical.getValue())));
        Citations.of(AssetToDefinition.grounds()).forEach(plan::addRelatedArtifact);
        plan.addAction(judgement());
        plan.addAction(workup());
        return plan;
    }

    private static PlanDefinitionActionComponent judgement() {
        PlanDefinitionActionComponent judgement = group(JUDGEMENT, "Judgement")
                .setDescription("What the rules that fired say, by the table they stand in.")
                .setSelectionBehavior(ActionSelectionBehavior.ALL);
        Tables.inOrder().forEach(table -> judgement.addAction(table(table)));
        return judgement;
    }

    /** The words of its rules become the task of whoever reads the result. */
    private static PlanDefinitionActionComponent table(Table table) {
        PlanDefinitionActionComponent action = action(tableId(table), table.name());
        action.setDescription(table.firstOnly() ? "The first rule that holds counts." : "All rules that hold count.");
        table.rules().forEach(rule -> action.addReason(rule(rule)));
        Citations.of(table.rules().stream().map(Rule::grounds).toList()).forEach(action::addDocumentation);
        applies(action, Names.fired(table));
        action.setDefinition(definition(ConsiderToDefinition.ID));
        action.addDynamicValue().setPath("description").setExpression(cql(Names.report(table)));
        action.addDynamicValue().setPath("priority").setExpression(cql(Names.priority(table)));
        return action;
    }

    private static CodeableConcept rule(Rule rule) {
        return Artifact.concept(Systems.RULE, rule.key(), rule.words().reason());
    }

    private static PlanDefinitionActionComponent workup() {
        PlanDefinitionActionComponent workup = group(WORKUP, "Workup")
                .setDescription("What is proposed to the clinician, who decides.")
                .setSelectionBehavior(ActionSelectionBehavior.ANY);
        applies(workup, Names.SOMETHING_PROPOSED);
        Names.proposable().forEach(activity -> workup.addAction(proposal(activity)));
        return workup;
    }

    private static PlanDefinitionActionComponent proposal(Activity activity) {
        String id = ActivityToDefinition.id(activity);
        PlanDefinitionActionComponent action = action(id, ActivityToDefinition.title(activity));
        Names.lines(activity)
                .map(line -> line.rule().orderSet())
                .distinct()
                .forEach(set -> action.addCode(orderSet(set)));
        applies(action, Names.propose(activity));
        action.setDefinition(definition(id));
        action.addDynamicValue().setPath("priority").setExpression(cql(Names.priority(activity)));
        return action;
    }

    private static CanonicalType definition(String id) {
        return new CanonicalType(Artifact.canonical("ActivityDefinition", id).getValue());
    }

    private static CodeableConcept orderSet(String id) {
        return new CodeableConcept()
                .addCoding(Artifact.concept(Systems.ORDER_SET, id, null).getCodingFirstRep());
    }

    static String tableId(Table table) {
        return "table-" + table.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    /** Read whenever a history is stored. */
    private static PlanDefinitionActionComponent group(String id, String title) {
        PlanDefinitionActionComponent group =
                action(id, title).setGroupingBehavior(ActionGroupingBehavior.LOGICALGROUP);
        group.addTrigger(new TriggerDefinition()
                .setType(TriggerType.DATAADDED)
                .addData(new DataRequirement().setType("QuestionnaireResponse")));
        return group;
    }

    private static PlanDefinitionActionComponent action(String id, String title) {
        PlanDefinitionActionComponent action = new PlanDefinitionActionComponent().setTitle(title);
        action.setId(id);
        return action;
    }

    private static void applies(PlanDefinitionActionComponent action, String definition) {
        action.addCondition().setKind(ActionConditionKind.APPLICABILITY).setExpression(cql(definition));
    }

    private static Expression cql(String definition) {
        return new Expression().setLanguage(CQL_NAME).setExpression(definition);
    }
}
