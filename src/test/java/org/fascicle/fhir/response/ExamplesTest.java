package org.fascicle.fhir.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Item;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example response is right, and all of it is read. */
class ExamplesTest {
    private static final AnswersFromFhir ANSWERS = new AnswersFromFhir(new Interviews(Definitions.published()));

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("examples/cases"))) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRightAndReadWhole(Path folder) throws IOException {
        QuestionnaireResponse response = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(QuestionnaireResponse.class, Files.readString(folder.resolve("response.json")));
        assertEquals(List.of(), ValidationCase.VALIDATOR.validate(response));
        Answers answers = ANSWERS.read(response);
        response.getItem().stream()
                .flatMap(group -> group.getItem().stream())
                .map(item -> Item.find(item.getLinkId()).orElseThrow())
                .forEach(item -> assertTrue(answers.isAnswered(item), item::linkId));
    }
}
