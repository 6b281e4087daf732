package org.fascicle.fhir.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Table;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.interview.AnswerType.Choice;
import org.fascicle.fhir.interview.Interview;
import org.fascicle.fhir.interview.Option;
import org.fascicle.fhir.interview.Question;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** The published definitions that follow from others: the rules by id, the findings, and the answer sets. */
final class DerivedDefinitions {
    private static final String VERSION = "1.0.0";
    private static final String DATE = "2026-11-22";
    private static final Locale GERMAN = Locale.GERMAN;

    private final Interview interview;
    private final CodeSystem answers;

    DerivedDefinitions(Interview interview, CodeSystem answers) {
        this.interview = interview;
        this.answers = answers;
    }

    List<MetadataResource> all() {
        return Stream.concat(Stream.of(rules(), findings()), answerSets()).toList();
    }

    // Rules

    private static CodeSystem rules() {
        CodeSystem system = codeSystem("fasciculation-rule", "FasciculationRule", "Rules");
        system.setVersion(Tables.VERSION);
        system.setDescription(
                "The rules by the id under which a rationale names them. Where one rule has several lines in"
                        + " its table, each line is a concept below it.");
        property(system, "outcome", "The outcome it speaks of", PropertyType.CODE);
        property(system, "concern", "The grade it gives that outcome, where it gives one", PropertyType.CODE);
        property(system, "urgency", "The urgency it adds", PropertyType.CODE);
        property(system, "table", "The table it stands in", PropertyType.STRING);
        Map<String, List<ConceptDefinitionComponent>> lines = new LinkedHashMap<>();
        for (Table table : Tables.inOrder()) {
            for (Rule rule : table.rules()) {
                lines.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(line(table, rule));
            }
        }
        lines.forEach((id, concepts) -> system.addConcept(rule(id, concepts)));
        system.setCount(
                system.getConcept().stream().mapToInt(DerivedDefinitions::size).sum());
        return system;
    }

    /** The line that bears the rule's own id stands for it, with the others below; otherwise all of them do together. */
    private static ConceptDefinitionComponent rule(String id, List<ConceptDefinitionComponent> lines) {
        ConceptDefinitionComponent rule = lines.stream()
                .filter(line -> line.getCode().equals(id))
                .findFirst()
                .orElseGet(() -> new ConceptDefinitionComponent().setCode(id).setDisplay(together(lines)));
        lines.stream().filter(line -> line != rule).forEach(rule::addConcept);
        return rule;
    }

    private static String together(List<ConceptDefinitionComponent> lines) {
        return lines.stream().map(ConceptDefinitionComponent::getDisplay).collect(Collectors.joining("; or: "));
    }

    private static int size(ConceptDefinitionComponent rule) {
        return 1 + rule.getConcept().size();
    }

    private static ConceptDefinitionComponent line(Table table, Rule rule) {
        ConceptDefinitionComponent concept = new ConceptDefinitionComponent();
        concept.setCode(rule.key()).setDisplay(rule.words().reason());
        if (!rule.words().action().isEmpty()) {
            concept.setDefinition("Then: " + rule.words().action());
        }
        property(concept, "outcome", new CodeType(rule.outcome().code()));
        rule.then().concern().ifPresent(concern -> property(concept, "concern", new CodeType(concern.code())));
        property(concept, "urgency", new CodeType(rule.then().urgency().code()));
        property(concept, "table", new StringType(table.name()));
        return concept;
    }

    // Findings

    private CodeSystem findings() {
        CodeSystem system =
                codeSystem("fasciculation-finding", "FasciculationFinding", "What an answer means on its item");
        system.setDescription("A finding is an item and an answer to it: the code is the linkId, an equals sign and the"
                + " answer code, as in `rf.swallow=occasional`, since a bare `yes` means nothing by itself.");
        property(system, "item", "The linkId", PropertyType.STRING);
        property(system, "answer", "The answer code", PropertyType.CODE);
        interview
                .questions()
                .forEach(question -> options(question)
                        .map(option -> finding(question, option))
                        .forEach(system::addConcept));
        system.setCount(system.getConcept().size());
        return system;
    }

    private static ConceptDefinitionComponent finding(Question question, Option option) {
        ConceptDefinitionComponent concept = new ConceptDefinitionComponent();
        concept.setCode(question.linkId() + "=" + option.code());
        concept.setDisplay(words(question, option, Locale.ENGLISH));
        concept.addDesignation().setLanguage(GERMAN.getLanguage()).setValue(words(question, option, GERMAN));
        property(concept, "item", new StringType(question.linkId()));
        property(concept, "answer", new CodeType(option.code()));
        return concept;
    }

    private static String words(Question question, Option option, Locale reader) {
        return question.text().in(reader) + " " + option.display().in(reader);
    }

    // Answer sets

    private Stream<ValueSet> answerSets() {
        Map<List<String>, List<Question>> sets = new LinkedHashMap<>();
        interview
                .questions()
                .filter(question -> question.type() instanceof Choice)
                .forEach(question -> sets.computeIfAbsent(
                                options(question).map(Option::code).toList(), codes -> new ArrayList<>())
                        .add(question));
        return sets.entrySet().stream().map(set -> answerSet(set.getKey(), set.getValue()));
    }

    /** Named after its one item, or after its codes where several items share it. */
    private ValueSet answerSet(List<String> codes, List<Question> askers) {
        String linkIds = askers.stream().map(Question::linkId).collect(Collectors.joining("`, `"));
        String name = askers.size() == 1 ? askers.get(0).linkId() : String.join("-", codes);
        ValueSet set = new ValueSet();
        describe(set, "answer-" + name.replaceAll("[._]", "-"), "Answer" + camel(name), "Answers to `" + linkIds + "`");
        set.setDescription("What may be answered to `" + linkIds + "`.");
        ConceptSetComponent include = set.getCompose().addInclude().setSystem(Systems.ANSWER);
        codes.forEach(code -> include.addConcept().setCode(code).setDisplay(display(code)));
        return set;
    }

    private String display(String code) {
        return answers.getConcept().stream()
                .filter(concept -> concept.getCode().equals(code))
                .findFirst()
                .orElseThrow()
                .getDisplay();
    }

    private static String camel(String name) {
        return Stream.of(name.split("[^a-z0-9]"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    // Both

    private static Stream<Option> options(Question question) {
        return question.type() instanceof Choice choice ? choice.options().stream() : Stream.empty();
    }

    private static CodeSystem codeSystem(String id, String name, String title) {
        CodeSystem system = new CodeSystem();
        describe(system, id, name, title);
        system.setCaseSensitive(true).setContent(CodeSystemContentMode.COMPLETE);
        system.setLanguage(Locale.ENGLISH.getLanguage());
        return system;
    }

    private static void describe(MetadataResource resource, String id, String name, String title) {
        resource.setId(id);
        resource.setUrl(Systems.BASE + "/" + resource.fhirType() + "/" + id);
        resource.setVersion(VERSION).setName(name).setTitle(title);
        resource.setStatus(PublicationStatus.ACTIVE).setExperimental(false);
        resource.setDateElement(new DateTimeType(DATE)).setPublisher("Fascicle");
    }

    private static void property(CodeSystem system, String code, String description, PropertyType type) {
        system.addProperty().setCode(code).setDescription(description).setType(type);
    }

    private static void property(ConceptDefinitionComponent concept, String code, Type value) {
        concept.addProperty().setCode(code).setValue(value);
    }
}
