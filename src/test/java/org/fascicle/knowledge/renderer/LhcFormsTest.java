package org.fascicle.knowledge.renderer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.fascicle.knowledge.Examples;
import org.fascicle.knowledge.Judgements;
import org.fascicle.testing.ExampleCase;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published Questionnaire in LHC-Forms of the U.S. National Library of Medicine: rendered, filled in, and exported. */
@Tag("deep")
class LhcFormsTest {

    @BeforeAll
    static void fetched() throws Exception {
        Renderer.LHC_FORMS.fetch();
    }

    @ParameterizedTest
    @ValueSource(strings = {"coffee-and-weak-hand", "eyelid-six-weeks", "glove-and-stocking-tingling"})
    void aFormFilledThereIsJudgedAsTheHandMadeOne(String name) throws Exception {
        ExampleCase example = Examples.named(name);
        try (OpenForm form = OpenForm.in(Renderer.LHC_FORMS)) {
            FilledForm filled = form.fill(example, LhcFormsTest::answer);
            assertEquals(new FilledForm(example.response()).answers(), filled.answers());
            assertEquals(
                    Judgements.of(Examples.judged(example)),
                    Judgements.of(Examples.judged(filled.sentAs(example), example)));
        }
    }

    private static void answer(Page page, String linkId, Type value, int after) {
        String id = "[id=\"" + linkId + "/1/1\"]";
        Locator field = page.locator("input" + id + ", textarea" + id + ", " + id + " input");
        field.click();
        field.fill("");
        field.pressSequentially(typed(linkId, value));
        field.press("Tab");
    }

    private static String typed(String linkId, Type value) {
        return value instanceof DateType date
                ? DateTimeFormatter.ofPattern("MM/dd/yyyy").format(LocalDate.parse(date.getValueAsString()))
                : Hand.words(linkId, value);
    }
}
