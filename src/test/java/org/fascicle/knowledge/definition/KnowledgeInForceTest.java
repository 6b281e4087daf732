package org.fascicle.knowledge.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.knowledge.cql.CqlLibraries;
import org.fascicle.testing.CqlTranslation;
import org.fascicle.testing.Validator;
import org.hl7.fhir.r4.model.Library;
import org.junit.jupiter.api.Test;

/** What a hospital sets for itself is what its server publishes. */
class KnowledgeInForceTest {
    private static final Definitions PUBLISHED = Definitions.published();
    private static final Limits OWN = Limits.of(Map.of("potassium.emergency.low", 2.8, "age.older", 35.0));

    private final Library library = (Library) KnowledgeInForce.in(PUBLISHED, OWN)
            .find("Library", "FasciculationLimits")
            .orElseThrow()
            .resource();

    @Test
    void withTheStandardLimitsThePublishedFilesHold() {
        assertSame(PUBLISHED, KnowledgeInForce.in(PUBLISHED, Limits.standard()));
    }

    @Test
    void itsOwnLimitsAreTheDefaultsOfTheParameters() {
        assertTrue(content(0).contains("parameter \"potassium.emergency.low\" Decimal default 2.8\n"));
        assertTrue(content(0).contains("parameter \"age.older\" Decimal default 35.0\n"));
        assertTrue(content(0).contains("parameter \"sodium.emergency.low\" Decimal default 120.0\n"));
        assertEquals(List.of(), Validator.errors(library));
    }

    /** As the translator compiles the source. */
    @Test
    void theElmSaysTheSameAsTheSource() {
        CqlTranslation translation = new CqlTranslation(CqlLibraries.of(OWN));
        assertEquals(translation.elm(CqlLibraries.limits(OWN)), content(1));
    }

    @Test
    void thereIsOneLibraryOfItsNameAndVersion() {
        assertEquals(
                1,
                KnowledgeInForce.in(PUBLISHED, OWN).versions(library.getUrl()).size());
    }

    private String content(int index) {
        return new String(library.getContent().get(index).getData(), UTF_8);
    }
}
