package org.fascicle.knowledge.definition;

import org.fascicle.clinical.chart.Activity;
import org.fascicle.fhir.term.ActivityCodes;
import org.fascicle.fhir.term.ChartFactCodes;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;

/** Our own codes for what the tables ask of a chart and what they propose. */
final class CodeSystems {
    private CodeSystems() {}

    static CodeSystem chartFacts() {
        CodeSystem system = system("fasciculation-chart-fact", "What a chart can list");
        system.setDescription(
                "Everything the rules ask of a chart that is listed or not: problems, classes of medicine, and"
                        + " what an EMG or nerve conduction study showed. A hospital can map to it what it codes locally or writes in"
                        + " words; both our server and the published CQL read it.");
        ChartFactCodes.all()
                .forEach(fact ->
                        system.addConcept().setCode(ChartFactCodes.of(fact)).setDisplay(fact.words()));
        return counted(system);
    }

    static CodeSystem activities() {
        CodeSystem system = system("fasciculation-activity", "What can be proposed");
        system.setDescription(
                "Everything a judgement can propose. Where a verified code of LOINC or SNOMED CT exists, that"
                        + " one is ordered with; this one names those that have none, and lets a hospital map its local orders.");
        for (Activity activity : Activity.values()) {
            system.addConcept()
                    .setCode(ActivityCodes.ownCode(activity))
                    .setDisplay(ActivityToDefinition.title(activity));
        }
        return counted(system);
    }

    private static CodeSystem system(String id, String title) {
        CodeSystem system = new CodeSystem();
        Artifact.describe(system, id, title);
        return system.setCaseSensitive(true).setContent(CodeSystemContentMode.COMPLETE);
    }

    private static CodeSystem counted(CodeSystem system) {
        return system.setCount(system.getConcept().size());
    }
}
