package org.fascicle.fhir.chart;

import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.fhir.text.Mention;
import org.fascicle.fhir.text.Phrases;
import org.fascicle.fhir.text.Wording;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Specimen;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** Whether a report says that its sample was haemolysed: in a note, an interpretation, its text, or of the specimen. */
record Haemolysis(ChartResources chart) {
    /** The v2 code of a haemolysed specimen. */
    private static final String SPECIMEN_CODE = "HEM";

    private static final Phrases WORDS =
            Phrases.list("haemolysed,hemolyzed,haemolysis,haemolytic sample,haemolytic specimen");
    private static final Phrases NO_HAEMOLYSIS = Phrases.list("haemolysis index normal,haemolysis normal"
            + ",haemolysis index 0,haemolysis 0,haemolysis no,haemolysed no");

    boolean isSaidOf(Observation observation, Charted from) {
        return texts(observation).anyMatch(Haemolysis::says) || isOfSpecimen(observation, from);
    }

    private static boolean says(String text) {
        Wording wording = Wording.of(text);
        Mention mention = wording.mentions(WORDS);
        return (mention == Mention.STATED || mention == Mention.DOUBTED) && !wording.states(NO_HAEMOLYSIS);
    }

    private static Stream<String> texts(Observation observation) {
        Stream<String> notes = observation.getNote().stream().map(Annotation::getText);
        Stream<String> interpretations = Stream.concat(
                        observation.getInterpretation().stream(),
                        observation.getComponent().stream().flatMap(part -> part.getInterpretation().stream()))
                .flatMap(Haemolysis::words);
        Stream<String> narrative = Stream.of(observation.getText().getDiv()).map(Haemolysis::words);
        return Stream.of(notes, interpretations, narrative)
                .flatMap(texts -> texts)
                .flatMap(text -> Optional.ofNullable(text).stream());
    }

    private static Stream<String> words(CodeableConcept concept) {
        return Concept.of(concept).texts();
    }

    private static String words(XhtmlNode narrative) {
        return narrative == null ? "" : narrative.allText();
    }

    private boolean isOfSpecimen(Observation observation, Charted from) {
        return chart
                .find(observation.getSpecimen(), from)
                .filter(Specimen.class::isInstance)
                .map(Specimen.class::cast)
                .stream()
                .flatMap(specimen -> specimen.getCondition().stream())
                .map(Concept::of)
                .anyMatch(state -> state.codes().anyMatch(SPECIMEN_CODE::equals)
                        || state.texts().anyMatch(Haemolysis::says));
    }
}
