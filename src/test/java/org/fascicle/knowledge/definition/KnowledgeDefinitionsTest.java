package org.fascicle.knowledge.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.fhir.profile.Canonical;
import org.fascicle.fhir.profile.Definition;
import org.fascicle.fhir.profile.Definitions;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.junit.jupiter.api.Test;

/** What is published of the rules can be followed from one end to the other. */
class KnowledgeDefinitionsTest {
    private static final Definitions PUBLISHED = Definitions.published();

    @Test
    void theAssetSaysWhatUsRulesAskOfDecisionSupport() {
        Set<String> labels = artifacts(library("fasciculation-knowledge"), RelatedArtifactType.DOCUMENTATION)
                .map(RelatedArtifact::getLabel)
                .collect(Collectors.toSet());
        assertTrue(
                labels.containsAll(Set.of(
                        "Developer",
                        "Funding source",
                        "Bibliographic citation",
                        "Release and revision dates",
                        "Use of date of birth",
                        "Use of sex",
                        "Use of race")),
                labels::toString);
        String usage = library("fasciculation-knowledge").getUsage();
        assertTrue(usage.contains("not a validated screening instrument"), usage);
        assertTrue(usage.contains("neither CE nor UKCA marked"), usage);
        assertTrue(usage.contains("DCB0129"), usage);
    }

    /** Our own canonicals with their versions; only FHIRHelpers is another's. */
    @Test
    void everythingThatIsDependedOnIsPublished() {
        List<String> lost = Stream.concat(
                        PUBLISHED.ofType("Library").stream()
                                .map(Definition::resource)
                                .map(Library.class::cast)
                                .flatMap(library -> library.getRelatedArtifact().stream()),
                        plan().getRelatedArtifact().stream())
                .map(RelatedArtifact::getResource)
                .filter(canonical -> canonical != null && !canonical.contains("/FHIRHelpers|"))
                .distinct()
                .filter(canonical -> PUBLISHED.find(Canonical.parse(canonical)).isEmpty() || !canonical.contains("|"))
                .toList();
        assertEquals(List.of(), lost);
    }

    @Test
    void everyActionIsDefinedAndItsConditionStandsInTheCql() {
        String cql = new String(
                library("FasciculationRules").getContentFirstRep().getData(), java.nio.charset.StandardCharsets.UTF_8);
        List<PlanDefinitionActionComponent> actions = plan().getAction().stream()
                .flatMap(KnowledgeDefinitionsTest::deep)
                .toList();
        actions.stream()
                .flatMap(action -> action.getCondition().stream())
                .map(condition -> condition.getExpression().getExpression())
                .forEach(name -> assertTrue(cql.contains("define \"" + name + "\":"), name));
        actions.stream()
                .filter(PlanDefinitionActionComponent::hasDefinitionCanonicalType)
                .map(action -> action.getDefinitionCanonicalType().getValue())
                .forEach(canonical ->
                        assertTrue(PUBLISHED.find(Canonical.parse(canonical)).isPresent(), canonical));
        assertTrue(actions.size() > 40, () -> actions.size() + " actions");
    }

    @Test
    void theHospitalsLimitsAreParametersWithDefaults() {
        Library limits = library("FasciculationLimits");
        String cql = new String(limits.getContentFirstRep().getData(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(cql.contains("parameter \"potassium.emergency.low\" Decimal default 2.5\n"), cql);
        assertTrue(limits.getParameter().stream()
                .anyMatch(parameter -> parameter.getName().equals("potassium.emergency.low")));
    }

    private static Stream<PlanDefinitionActionComponent> deep(PlanDefinitionActionComponent action) {
        return Stream.concat(Stream.of(action), action.getAction().stream().flatMap(KnowledgeDefinitionsTest::deep));
    }

    private static Stream<RelatedArtifact> artifacts(Library library, RelatedArtifactType type) {
        return library.getRelatedArtifact().stream().filter(artifact -> artifact.getType() == type);
    }

    private static Library library(String id) {
        return (Library) PUBLISHED.find("Library", id).orElseThrow().resource();
    }

    private static PlanDefinition plan() {
        return (PlanDefinition) PUBLISHED
                .find("PlanDefinition", "fasciculation-assessment")
                .orElseThrow()
                .resource();
    }
}
