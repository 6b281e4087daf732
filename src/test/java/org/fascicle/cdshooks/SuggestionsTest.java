package org.fascicle.cdshooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fascicle.cdshooks.card.OverrideReason;
import org.fascicle.fhir.profile.Canonical;
import org.fascicle.fhir.profile.Definition;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.term.Systems;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionsTest {

    @TempDir
    Path folder;

    @Test
    void everyOrderThatACardOffersIsValidFhir() {
        try (CardScene scene = new CardScene(folder)) {
            String id = scene.store("coffee-and-weak-hand");
            validate(scene.patientView("p-coffee-and-weak-hand"));
            scene.assessing.assess(scene.chart, id);
            validate(scene.patientView("p-coffee-and-weak-hand"));
        }
    }

    @Test
    void theReasonsForOverridingArePublished() {
        Definition published = Definitions.published()
                .find(Canonical.parse(Systems.OVERRIDE_REASON))
                .orElseThrow();
        assertEquals(
                Arrays.stream(OverrideReason.values())
                        .map(reason -> reason.code() + " " + reason.display())
                        .toList(),
                ((CodeSystem) published.resource())
                        .getConcept().stream()
                                .map(concept -> concept.getCode() + " " + concept.getDisplay())
                                .toList());
    }

    private static void validate(List<JsonNode> cards) {
        assertEquals(1, cards.size());
        assertFalse(cards.get(0).path("suggestions").isEmpty());
        for (JsonNode suggestion : cards.get(0).path("suggestions")) {
            assertEquals(
                    List.of(),
                    Validator.errors(
                            suggestion.path("actions").path(0).path("resource").toString()));
        }
    }
}
