package org.fascicle.fhir.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.MetadataResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionsTest {
    private static final String URL = "https://fascicle.example/fhir/Questionnaire/fasciculation-history";

    private final Definitions definitions = Definitions.published();

    static List<Definition> published() {
        return Definitions.published().all();
    }

    @ParameterizedTest
    @MethodSource("published")
    void theReferenceValidatorFindsNoErrorInWhatIsPublished(Definition definition) {
        assertEquals(List.of(), Validator.errors(definition.json()));
    }

    @ParameterizedTest
    @MethodSource("published")
    void theIndexSaysWhatTheContentSays(Definition definition) {
        MetadataResource resource = definition.resource();
        assertEquals(
                List.of(
                        resource.fhirType(),
                        resource.getIdElement().getIdPart(),
                        resource.getUrl(),
                        resource.getVersion()),
                List.of(definition.type(), definition.id(), definition.url(), definition.version()));
    }

    @Test
    void aDefinitionIsFoundByUrlByUrlAndVersionAndByTypeAndId() {
        Optional<Definition> found = definitions.find("Questionnaire", "fasciculation-history");
        assertEquals(found, definitions.find(Canonical.parse(URL)));
        assertEquals(found, definitions.find(Canonical.parse(URL + "|1.0.0")));
        assertEquals(URL, found.orElseThrow().url());
    }

    @Test
    void aVersionThatIsNotPublishedIsNotFound() {
        assertEquals(Optional.empty(), definitions.find(Canonical.parse(URL + "|0.9.0")));
        assertEquals(Optional.empty(), definitions.find(Canonical.parse("http://elsewhere.example/Questionnaire/x")));
    }

    @Test
    void aCallerMayChangeItsCopy() {
        Definition definition = definitions.find(Canonical.parse(URL)).orElseThrow();
        MetadataResource mine = definition.resource();
        mine.setTitle("changed");
        assertNotEquals("changed", definition.resource().getTitle());
    }

    @Test
    void aCanonicalIsReadWithAndWithoutVersion() {
        assertEquals(new Canonical("http://a.example", Optional.empty()), Canonical.parse("http://a.example"));
        assertEquals(new Canonical("http://a.example", Optional.of("2")), Canonical.parse("http://a.example|2#part"));
        assertEquals(new Canonical("http://a.example", Optional.empty()), Canonical.parse("http://a.example|"));
    }
}
