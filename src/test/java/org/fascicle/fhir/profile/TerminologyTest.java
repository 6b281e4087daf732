package org.fascicle.fhir.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.clinical.workup.OrderRule;
import org.fascicle.clinical.workup.OrderSets;
import org.fascicle.fhir.term.ActivityCodes;
import org.fascicle.fhir.term.Systems;
import org.fascicle.testing.VerifiedCodes;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;

class TerminologyTest {
    private static final Definitions DEFINITIONS = Definitions.published();
    private static final Set<String> FOREIGN = Set.of(Systems.LOINC, Systems.SNOMED);

    @Test
    void everyForeignCodeThatIsPublishedIsVerifiedAndFreeToPublish() {
        List<String> refused = DEFINITIONS.all().stream()
                .flatMap(definition -> codings(definition.resource()))
                .filter(coding -> FOREIGN.contains(coding.getSystem()))
                .filter(coding -> VerifiedCodes.find(coding.getSystem(), coding.getCode())
                        .filter(VerifiedCodes.Code::isPublishable)
                        .isEmpty())
                .map(coding -> coding.getSystem() + "|" + coding.getCode())
                .toList();
        assertEquals(List.of(), refused);
    }

    @Test
    void theCodesOfAResultAreThoseOfTheMedicine() {
        assertEquals(sorted(Arrays.stream(Outcome.values()).map(Outcome::code)), codes("fasciculation-outcome"));
        assertEquals(sorted(Arrays.stream(Concern.values()).map(Concern::code)), codes("fasciculation-concern"));
        assertEquals(sorted(Arrays.stream(Urgency.values()).map(Urgency::code)), codes("fasciculation-urgency"));
        assertEquals(sorted(OrderSets.ALL.stream().map(OrderRule::orderSet)), codes("fasciculation-order-set"));
    }

    @Test
    void theRulesOfTodayAreAmongTheirVersions() {
        assertTrue(codes("fasciculation-rule-set").contains(Tables.VERSION));
    }

    @Test
    void whatCanBeOrderedIsWhatIsPublishedToBeOrdered() {
        ValueSet orders = (ValueSet) DEFINITIONS
                .find("ValueSet", "fasciculation-order")
                .orElseThrow()
                .resource();
        assertEquals(
                sorted(Arrays.stream(Activity.values())
                        .flatMap(activity -> ActivityCodes.of(activity).stream())
                        .map(code -> code.system() + "|" + code.code() + " " + code.display())),
                sorted(orders.getCompose().getInclude().stream()
                        .flatMap(include -> include.getConcept().stream()
                                .map(concept ->
                                        include.getSystem() + "|" + concept.getCode() + " " + concept.getDisplay()))));
    }

    @Test
    void everyRuleHasACode() {
        assertTrue(codes("fasciculation-rule")
                .containsAll(Tables.rules().map(rule -> rule.id()).collect(Collectors.toSet())));
    }

    @Test
    void everyAnswerCodeNamesTheItemsItMayBeGivenOn() {
        Map<String, Set<String>> named = new TreeMap<>();
        for (ConceptDefinitionComponent concept :
                codeSystem("fasciculation-answer").getConcept()) {
            named.put(
                    concept.getCode(),
                    sorted(concept.getProperty().stream()
                            .map(item -> item.getValueStringType().getValue())));
        }
        Map<String, Set<String>> offered = new TreeMap<>();
        options()
                .forEach((item, codings) ->
                        codings.forEach(coding -> offered.computeIfAbsent(coding.getCode(), code -> new TreeSet<>())
                                .add(item)));
        assertEquals(offered, named);
    }

    @Test
    void everyDisplayOfAnAnswerIsOneOfItsCode() {
        Map<String, Set<String>> known = new TreeMap<>();
        for (ConceptDefinitionComponent concept :
                codeSystem("fasciculation-answer").getConcept()) {
            Set<String> displays = sorted(concept.getDesignation().stream().map(word -> word.getValue()));
            displays.add(concept.getDisplay());
            known.put(concept.getCode(), displays);
        }
        List<String> strange = options().values().stream()
                .flatMap(List::stream)
                .filter(coding -> !known.get(coding.getCode()).contains(coding.getDisplay()))
                .map(Coding::getDisplay)
                .toList();
        assertEquals(List.of(), strange);
    }

    @Test
    void theMapsTranslateCodesThatExist() {
        assertEquals(Set.of(), unknownSources("fasciculation-finding", "fasciculation-finding"));
        assertEquals(Set.of(), unknownSources("fasciculation-body-site", "fasciculation-answer"));
    }

    @Test
    void aMapThatIsNotExactSaysWhy() {
        List<String> silent = Stream.of("fasciculation-finding", "fasciculation-body-site")
                .flatMap(id -> map(id).getGroupFirstRep().getElement().stream())
                .flatMap(element -> element.getTarget().stream())
                .filter(TerminologyTest::needsComment)
                .filter(target -> !target.hasComment())
                .map(TargetElementComponent::getCode)
                .toList();
        assertEquals(List.of(), silent);
    }

    private static boolean needsComment(TargetElementComponent target) {
        return Set.of(ConceptMapEquivalence.NARROWER, ConceptMapEquivalence.INEXACT, ConceptMapEquivalence.UNMATCHED)
                .contains(target.getEquivalence());
    }

    private static Set<String> unknownSources(String map, String codeSystem) {
        Set<String> unknown =
                sorted(map(map).getGroupFirstRep().getElement().stream().map(element -> element.getCode()));
        unknown.removeAll(codes(codeSystem));
        return unknown;
    }

    private static Map<String, List<Coding>> options() {
        Questionnaire questionnaire =
                (Questionnaire) DEFINITIONS.ofType("Questionnaire").get(0).resource();
        return questionnaire.getItem().stream()
                .flatMap(group -> group.getItem().stream())
                .collect(Collectors.toMap(
                        item -> item.getLinkId(),
                        item -> item.getAnswerOption().stream()
                                .map(option -> (Coding) option.getValue())
                                .toList()));
    }

    /** Wherever a definition can hold a code: as a Coding, in a ValueSet, in a ConceptMap. */
    private static Stream<Coding> codings(MetadataResource resource) {
        Stream<Coding> plain =
                FhirContext.forR4Cached()
                        .newTerser()
                        .getAllPopulatedChildElementsOfType(resource, Coding.class)
                        .stream();
        Stream<Coding> listed = resource instanceof ValueSet set
                ? set.getCompose().getInclude().stream()
                        .flatMap(include -> include.getConcept().stream()
                                .map(concept -> new Coding(include.getSystem(), concept.getCode(), "")))
                : Stream.empty();
        Stream<Coding> mapped = resource instanceof ConceptMap map
                ? map.getGroup().stream()
                        .flatMap(group -> group.getElement().stream()
                                .flatMap(element -> element.getTarget().stream())
                                .filter(TargetElementComponent::hasCode)
                                .map(target -> new Coding(group.getTarget(), target.getCode(), "")))
                : Stream.empty();
        return Stream.of(plain, listed, mapped).flatMap(codings -> codings);
    }

    private static ConceptMap map(String id) {
        return (ConceptMap) DEFINITIONS.find("ConceptMap", id).orElseThrow().resource();
    }

    private static CodeSystem codeSystem(String id) {
        return (CodeSystem) DEFINITIONS.find("CodeSystem", id).orElseThrow().resource();
    }

    private static Set<String> codes(String id) {
        return sorted(codeSystem(id).getConcept().stream().map(ConceptDefinitionComponent::getCode));
    }

    private static Set<String> sorted(Stream<String> codes) {
        return codes.collect(Collectors.toCollection(TreeSet::new));
    }
}
