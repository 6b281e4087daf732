package org.fascicle.knowledge.renderer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.uhn.fhir.context.FhirContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fascicle.knowledge.Examples;
import org.fascicle.knowledge.Judgements;
import org.fascicle.testing.ExampleCase;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published Questionnaire in LHC-Forms of the U.S. National Library of Medicine: rendered, filled in, and exported. */
@Tag("deep")
class LhcFormsTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int ATTEMPTS = 5;

    @ParameterizedTest
    @ValueSource(strings = {"coffee-and-weak-hand", "eyelid-six-weeks", "glove-and-stocking-tingling"})
    void aFormFilledThereIsJudgedAsTheHandMadeOne(String name) throws Exception {
        ExampleCase example = Examples.named(name);
        QuestionnaireResponse exported = export(example);
        assertEquals(answers(example.response()), answers(exported));
        assertEquals(
                Judgements.of(Examples.judged(example)),
                Judgements.of(Examples.judged(asGiven(exported, example), example)));
    }

    private static QuestionnaireResponse export(ExampleCase example) throws Exception {
        Path lhcForms = Renderers.lhcForms();
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium: install Debian's `chromium`");
        try (RendererSite site = RendererSite.open(lhcForms);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")))) {
            Page page = browser.newPage();
            page.navigate(site.page().toString());
            page.locator("body[data-ready=true]").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
            leaves(example.response()).forEach(item -> fill(page, item));
            return filled(page);
        }
    }

    private static QuestionnaireResponse filled(Page page) {
        String json = (String)
                page.evaluate("() => JSON.stringify(LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4'))");
        return FhirContext.forR4Cached().newJsonParser().parseResource(QuestionnaireResponse.class, json);
    }

    /** As a person does: fill the field, look whether the form took it, and do it again if a slow form did not. */
    private static void fill(Page page, QuestionnaireResponseItemComponent item) {
        String id = "[id=\"" + item.getLinkId() + "/1/1\"]";
        Locator field = page.locator("input" + id + ", textarea" + id + ", " + id + " input");
        for (QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
            String asked = item.getLinkId() + " " + code(answer.getValue());
            for (int attempt = 0; attempt < ATTEMPTS && !taken(page, asked); attempt++) {
                type(field, typed(item.getLinkId(), answer.getValue()));
            }
        }
    }

    private static void type(Locator field, String text) {
        field.click();
        field.fill("");
        field.pressSequentially(text);
        field.press("Tab");
    }

    private static boolean taken(Page page, String asked) {
        return leaves(filled(page))
                .flatMap(item ->
                        item.getAnswer().stream().map(answer -> item.getLinkId() + " " + code(answer.getValue())))
                .anyMatch(asked::equals);
    }

    private static String typed(String linkId, Type value) {
        if (value instanceof Coding coding) {
            return Examples.words(linkId, coding.getCode());
        }
        return value instanceof DateType date
                ? DateTimeFormatter.ofPattern("MM/dd/yyyy").format(LocalDate.parse(date.getValueAsString()))
                : value.primitiveValue();
    }

    private static QuestionnaireResponse asGiven(QuestionnaireResponse exported, ExampleCase example) {
        QuestionnaireResponse given = example.response();
        return exported.setSubject(given.getSubject())
                .setAuthoredElement(given.getAuthoredElement())
                .setQuestionnaire(given.getQuestionnaire())
                .setStatus(QuestionnaireResponseStatus.COMPLETED);
    }

    /** A line for each answered question, whatever stands around it. */
    private static List<String> answers(QuestionnaireResponse response) {
        return leaves(response)
                .map(item -> item.getLinkId() + " "
                        + item.getAnswer().stream()
                                .map(answer -> code(answer.getValue()))
                                .sorted()
                                .toList())
                .sorted()
                .toList();
    }

    private static String code(Type value) {
        return value instanceof Coding coding ? coding.getCode() : value.primitiveValue();
    }

    private static Stream<QuestionnaireResponseItemComponent> leaves(QuestionnaireResponse response) {
        return response.getItem().stream().flatMap(LhcFormsTest::leaves);
    }

    private static Stream<QuestionnaireResponseItemComponent> leaves(QuestionnaireResponseItemComponent item) {
        Stream<QuestionnaireResponseItemComponent> own = item.hasAnswer() ? Stream.of(item) : Stream.empty();
        return Stream.of(
                        own,
                        item.getItem().stream().flatMap(LhcFormsTest::leaves),
                        item.getAnswer().stream()
                                .flatMap(answer -> answer.getItem().stream())
                                .flatMap(LhcFormsTest::leaves))
                .flatMap(part -> part);
    }
}
