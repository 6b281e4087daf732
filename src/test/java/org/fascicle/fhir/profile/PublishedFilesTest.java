package org.fascicle.fhir.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.fhir.interview.InterviewFromFhir;
import org.fascicle.fhir.term.Systems;
import org.fascicle.knowledge.cql.CqlLibraries;
import org.fascicle.knowledge.definition.KnowledgeDefinitions;
import org.fascicle.testing.CqlTranslation;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some files under {@code profiles/} follow from the rule tables and the Questionnaire, all are formatted alike, and an
 * index names them. {@code mvn -Dtest=PublishedFilesTest -Dfascicle.publish=true test} brings them up to date.
 */
class PublishedFilesTest {
    private static final String MEND = "run `mvn -Dtest=PublishedFilesTest -Dfascicle.publish=true test`";

    @BeforeAll
    static void bringUpToDateWhenAskedTo() {
        if (Boolean.getBoolean("fascicle.publish")) {
            PublishedFiles.write(derived());
        }
    }

    static List<MetadataResource> derived() {
        Path questionnaire = Path.of("profiles/Questionnaire-fasciculation-history.json");
        Path answers = Path.of("profiles/CodeSystem-fasciculation-answer.json");
        DerivedDefinitions terminology = new DerivedDefinitions(
                InterviewFromFhir.read((Questionnaire) PublishedFiles.parse(questionnaire)),
                (CodeSystem) PublishedFiles.parse(answers));
        CqlTranslation cql = new CqlTranslation(CqlLibraries.of(Limits.standard()));
        return Stream.concat(terminology.all().stream(), KnowledgeDefinitions.all(cql::elm).stream())
                .toList();
    }

    static List<Path> definitions() {
        return PublishedFiles.definitions();
    }

    @ParameterizedTest
    @MethodSource("derived")
    void whatFollowsFromTablesAndQuestionnaireIsUpToDate(MetadataResource resource) {
        Path file = PublishedFiles.file(resource);
        assertTrue(Files.exists(file), () -> "`" + file + "` is missing: " + MEND);
        assertEquals(PublishedFiles.format(resource), PublishedFiles.text(file), MEND);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyFileIsFormatted(Path file) {
        assertEquals(PublishedFiles.format(PublishedFiles.parse(file)), PublishedFiles.text(file), MEND);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyFileIsNamedAfterItsTypeAndIdAndSoIsItsUrl(Path file) {
        MetadataResource resource = PublishedFiles.parse(file);
        String id = resource.getIdElement().getIdPart();
        assertEquals(PublishedFiles.file(resource), file);
        assertEquals(Systems.BASE + "/" + resource.fhirType() + "/" + id, resource.getUrl());
    }

    @Test
    void theIndexNamesEveryFile() {
        assertEquals(PublishedFiles.indexOfFiles(), PublishedFiles.index(), MEND);
    }
}
