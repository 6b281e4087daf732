package org.fascicle.fhir.interview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fascicle.fhir.interview.AnswerType.Choice;
import org.fascicle.fhir.interview.AnswerType.Day;
import org.fascicle.fhir.interview.AnswerType.Text;
import org.fascicle.fhir.interview.AnswerType.Unit;
import org.fascicle.fhir.profile.Canonical;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;

/**
 * Reads a Questionnaire of ours: groups of questions, each with at most a help text below it. Whatever it could not
 * honour it refuses, so that no condition is silently dropped.
 */
public final class InterviewFromFhir {
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String TRANSLATION = CORE + "translation";
    private static final String MIN = CORE + "minValue";
    private static final String MAX = CORE + "maxValue";
    private static final String UNIT = CORE + "questionnaire-unit";
    private static final String EXCLUSIVE = CORE + "questionnaire-optionExclusive";

    private InterviewFromFhir() {}

    /** @throws IllegalArgumentException when it cannot be asked, naming the linkId */
    public static Interview read(Questionnaire questionnaire) {
        Canonical canonical = new Canonical(questionnaire.getUrl(), Optional.ofNullable(questionnaire.getVersion()));
        Wording title = wording(questionnaire.getTitleElement());
        return new Interview(
                canonical,
                title,
                questionnaire.getItem().stream().map(InterviewFromFhir::group).toList());
    }

    private static Group group(QuestionnaireItemComponent item) {
        refuseUnless(item.getType() == QuestionnaireItemType.GROUP, item, "stands outside a group");
        refuseUnless(!item.hasEnableWhen(), item, "is a group with conditions");
        List<Question> questions =
                item.getItem().stream().map(InterviewFromFhir::question).toList();
        return new Group(item.getLinkId(), wording(item.getTextElement()), questions);
    }

    private static Question question(QuestionnaireItemComponent item) {
        return new Question(
                item.getLinkId(),
                wording(item.getTextElement()),
                help(item),
                type(item),
                isTrue(item.getExtensionByUrl(Systems.CORE_ITEM_EXTENSION)),
                openings(item));
    }

    private static Optional<Wording> help(QuestionnaireItemComponent item) {
        for (QuestionnaireItemComponent below : item.getItem()) {
            boolean isHelp = below.getType() == QuestionnaireItemType.DISPLAY
                    && below.getLinkId().equals(Question.helpLinkId(item.getLinkId()));
            refuseUnless(isHelp, below, "is not the help of `" + item.getLinkId() + "`");
        }
        return item.getItem().stream().findFirst().map(below -> wording(below.getTextElement()));
    }

    private static AnswerType type(QuestionnaireItemComponent item) {
        return switch (item.getType()) {
            case CHOICE ->
                new Choice(
                        item.getAnswerOption().stream()
                                .map(option -> option(item, option))
                                .toList(),
                        item.getRepeats());
            case INTEGER, DECIMAL -> number(item);
            case DATE -> new Day(LocalDate.parse(bound(item, MIN)), LocalDate.parse(bound(item, MAX)));
            case TEXT -> new Text(maxLength(item));
            default -> throw refusal(item, "has the type `" + item.getType().toCode() + "`");
        };
    }

    private static Option option(QuestionnaireItemComponent item, QuestionnaireItemAnswerOptionComponent option) {
        Coding coding = ours(item, option.getValue());
        return new Option(
                coding.getCode(), wording(coding.getDisplayElement()), isTrue(option.getExtensionByUrl(EXCLUSIVE)));
    }

    private static AnswerType.Number number(QuestionnaireItemComponent item) {
        return new AnswerType.Number(
                item.getType() == QuestionnaireItemType.INTEGER,
                new BigDecimal(bound(item, MIN)),
                new BigDecimal(bound(item, MAX)),
                Optional.ofNullable(item.getExtensionByUrl(UNIT)).map(InterviewFromFhir::unit));
    }

    private static Unit unit(Extension extension) {
        Coding coding = (Coding) extension.getValue();
        return new Unit(coding.getCode(), wording(coding.getDisplayElement()));
    }

    private static String bound(QuestionnaireItemComponent item, String url) {
        refuseUnless(item.hasExtension(url), item, "has no `" + url.substring(CORE.length()) + "`");
        return item.getExtensionByUrl(url).getValue().primitiveValue();
    }

    private static int maxLength(QuestionnaireItemComponent item) {
        refuseUnless(item.hasMaxLength(), item, "has no `maxLength`");
        return item.getMaxLength();
    }

    private static List<Opening> openings(QuestionnaireItemComponent item) {
        boolean isAny = item.getEnableWhen().size() < 2 || item.getEnableBehavior() == EnableWhenBehavior.ANY;
        refuseUnless(isAny, item, "has conditions that must all hold");
        return item.getEnableWhen().stream().map(when -> opening(item, when)).toList();
    }

    private static Opening opening(QuestionnaireItemComponent item, QuestionnaireItemEnableWhenComponent when) {
        refuseUnless(
                when.getOperator() == QuestionnaireItemOperator.EQUAL,
                item,
                "has a condition other than an equal answer");
        return new Opening(when.getQuestion(), ours(item, when.getAnswer()).getCode());
    }

    private static Coding ours(QuestionnaireItemComponent item, Element value) {
        if (value instanceof Coding coding && Systems.ANSWER.equals(coding.getSystem())) {
            return coding;
        }
        throw refusal(item, "uses an answer from outside `" + Systems.ANSWER + "`");
    }

    private static Wording wording(StringType text) {
        Map<String, String> translations = text.getExtensionsByUrl(TRANSLATION).stream()
                .collect(Collectors.toMap(
                        extension -> part(extension, "lang"), extension -> part(extension, "content")));
        return new Wording(text.getValue(), translations);
    }

    private static String part(Extension translation, String name) {
        return translation.getExtensionByUrl(name).getValue().primitiveValue();
    }

    private static boolean isTrue(Extension extension) {
        return extension != null
                && extension.getValue() instanceof PrimitiveType<?> value
                && "true".equals(value.getValueAsString());
    }

    private static void refuseUnless(boolean holds, QuestionnaireItemComponent item, String fault) {
        if (!holds) {
            throw refusal(item, fault);
        }
    }

    private static IllegalArgumentException refusal(QuestionnaireItemComponent item, String fault) {
        return new IllegalArgumentException("This Questionnaire cannot be asked: `" + item.getLinkId() + "` " + fault);
    }
}
