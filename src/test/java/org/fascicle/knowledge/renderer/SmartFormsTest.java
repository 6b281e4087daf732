package org.fascicle.knowledge.renderer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.fascicle.knowledge.Examples;
import org.fascicle.knowledge.Judgements;
import org.fascicle.testing.ExampleCase;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The published Questionnaire in Smart Forms of CSIRO, Australia: rendered, filled in, and exported. */
@Tag("deep")
class SmartFormsTest {

    @BeforeAll
    static void fetched() throws Exception {
        Renderer.SMART_FORMS.fetch();
    }

    /** Several answers to one question among them, a date, numbers, and questions that an answer opens. */
    @Test
    void aFormFilledThereIsJudgedAsTheHandMadeOne() throws Exception {
        ExampleCase example = Examples.named("grip-weaker-over-months");
        try (OpenForm form = OpenForm.in(Renderer.SMART_FORMS)) {
            assertAlike(example, form.fill(example, SmartFormsTest::answer));
        }
    }

    @Test
    void aFormBegunWithUsIsExaminedThereAndJudgedAsTheHandMadeOne() throws Exception {
        ExampleCase example = Examples.named("normal-examination-labs-and-emg");
        try (OpenForm form = OpenForm.in(Renderer.SMART_FORMS)) {
            form.begin(withoutExamination(example));
            assertAlike(example, form.fill(example, SmartFormsTest::answer));
        }
    }

    private static QuestionnaireResponse withoutExamination(ExampleCase example) {
        QuestionnaireResponse begun = example.response();
        assertTrue(begun.getItem().removeIf(group -> group.getLinkId().equals("exam")));
        return begun;
    }

    private static void assertAlike(ExampleCase example, FilledForm filled) {
        assertEquals(new FilledForm(example.response()).answers(), filled.answers());
        assertEquals(
                Judgements.of(Examples.judged(example)),
                Judgements.of(Examples.judged(filled.sentAs(example), example)));
    }

    private static void answer(Page page, String linkId, Type value, int after) {
        Locator question = page.locator("[data-linkid=\"" + linkId + "\"]").first();
        Locator fields = question.locator("input, textarea:not([aria-hidden])");
        if (after > 0 && fields.count() <= after) {
            question.getByText("Add Item").click();
        }
        if (value instanceof Coding) {
            choose(page, fields.nth(after), Hand.words(linkId, value));
        } else {
            fields.nth(after).fill(written(value));
        }
    }

    private static void choose(Page page, Locator field, String words) {
        if (!"true".equals(field.getAttribute("aria-expanded"))) {
            field.click();
        }
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    private static String written(Type value) {
        return value instanceof DateType date
                ? DateTimeFormatter.ofPattern("dd/MM/yyyy").format(LocalDate.parse(date.getValueAsString()))
                : value.primitiveValue();
    }
}
