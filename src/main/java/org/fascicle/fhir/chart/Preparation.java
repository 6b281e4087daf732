package org.fascicle.fhir.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.fhir.term.DrugCodes;
import org.fascicle.fhir.term.DrugNames;
import org.fascicle.fhir.term.Systems;
import org.fascicle.fhir.text.Wording;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * What is taken: the substances by every code and name the chart has, and the words that tell how it is used.
 *
 * @param use form, route and directions
 */
record Preparation(List<Concept> substances, List<String> use) {
    private static final int LONGEST_NAME = 120;

    /**
     * @param medicine a concept, or a reference to a Medication that is contained, elsewhere in the chart, or only named
     * @param use the words of route and directions
     */
    static Preparation of(Type medicine, Stream<String> use, Charted from, ChartResources chart) {
        List<Concept> substances = new ArrayList<>();
        List<String> words = new ArrayList<>(use.toList());
        if (medicine instanceof CodeableConcept concept) {
            substances.add(Concept.of(concept));
        } else if (medicine instanceof StringType text && text.getValue() != null) {
            substances.add(Concept.ofText(text.getValue()));
        } else if (medicine instanceof Reference reference) {
            chart.find(reference, from).ifPresent(found -> add(found, from, chart, substances, words));
            Optional.ofNullable(reference.getDisplay()).map(Concept::ofText).ifPresent(substances::add);
        }
        return new Preparation(List.copyOf(substances), List.copyOf(words));
    }

    /** A Medication and its ingredients; of ingredients that are Medications again only the name. */
    private static void add(
            Resource found, Charted from, ChartResources chart, List<Concept> substances, List<String> words) {
        if (found instanceof Medication medication) {
            substances.add(Concept.of(medication.getCode()));
            Concept.of(medication.getForm()).texts().forEach(words::add);
            medication.getIngredient().stream()
                    .filter(part ->
                            !Boolean.FALSE.equals(part.getIsActiveElement().getValue()))
                    .forEach(part -> substances.add(ingredient(part.getItem(), from, chart)));
        }
    }

    private static Concept ingredient(Type item, Charted from, ChartResources chart) {
        if (item instanceof CodeableConcept concept) {
            return Concept.of(concept);
        }
        Optional<Concept> named = item instanceof Reference reference
                ? chart.find(reference, from)
                        .filter(Medication.class::isInstance)
                        .map(found -> Concept.of(((Medication) found).getCode()))
                        .or(() -> Optional.ofNullable(reference.getDisplay()).map(Concept::ofText))
                : Optional.empty();
        return named.orElseGet(() -> Concept.ofText(""));
    }

    /** By ATC, by RxNorm ingredient and by name together; one of several substances has several classes. */
    Set<DrugClass> classes() {
        Set<DrugClass> classes = new HashSet<>();
        atc().forEach(code -> classes.addAll(DrugCodes.findByAtc(code)));
        Set<DrugClass> others = new HashSet<>(DrugNames.find(wording(names())));
        substances.stream()
                .flatMap(substance -> substance.codes(Systems.RXNORM))
                .forEach(code -> others.addAll(DrugCodes.findByRxNorm(code)));
        boolean isLocal = isLocal();
        others.stream()
                .filter(drug -> !isLocal || DrugNames.isAlsoInhaled(drug))
                .forEach(classes::add);
        return classes;
    }

    private boolean isLocal() {
        return atc().anyMatch(DrugCodes::isLocal) || DrugNames.isLocal(wording(Stream.concat(names(), use.stream())));
    }

    private Stream<String> atc() {
        return substances.stream()
                .flatMap(substance -> substance.codes(Systems.ATC))
                .map(code -> code.toUpperCase(Locale.ROOT));
    }

    private Stream<String> names() {
        return substances.stream().flatMap(Concept::texts);
    }

    private static Wording wording(Stream<String> texts) {
        return Wording.of(texts.collect(Collectors.joining("\n")));
    }

    /** What the chart calls it. */
    Optional<String> name() {
        return names().findFirst().map(name -> name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
    }

    boolean isCodeOnly() {
        return name().isEmpty()
                && substances.stream().flatMap(Concept::codes).findAny().isPresent();
    }

    @Override
    public String toString() {
        return "Preparation";
    }
}
