package org.fascicle.fhir.response;

import java.math.BigDecimal;
import java.util.Optional;
import org.fascicle.clinical.finding.Days;
import org.fascicle.fault.Issue;
import org.fascicle.fhir.interview.AnswerType;
import org.fascicle.fhir.interview.AnswerType.Choice;
import org.fascicle.fhir.interview.AnswerType.Day;
import org.fascicle.fhir.interview.AnswerType.Text;
import org.fascicle.fhir.interview.Option;
import org.fascicle.fhir.term.Systems;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** One answer's value, held to the type its question is answered with. */
final class ValueCheck {
    /** FHIR asks for 18 digits at most; more could not be right for any question. */
    private static final int MOST_DIGITS = 18;

    private final Located question;
    private final int index;

    private ValueCheck(Located question, int index) {
        this.question = question;
        this.index = index;
    }

    /** What is wrong with the value of the answer at {@code index}; the rest may rely on its type where nothing is. */
    static Optional<Issue> check(Located question, int index) {
        ValueCheck check = new ValueCheck(question, index);
        return check.value(question.answers().get(index).getValue());
    }

    private Optional<Issue> value(Type value) {
        AnswerType type = question.question().type();
        String element = element(type);
        if (isHollow(value)) {
            return issue(IssueType.REQUIRED, "has an answer without a value: leave out what was not answered.");
        } else if (!value.fhirType().equals(element)) {
            return issue(
                    IssueType.VALUE,
                    "is answered with " + name(element) + ", not with " + name(value.fhirType()) + ": send "
                            + name(element) + ".");
        } else if (type instanceof Choice choice) {
            return choice(choice, (Coding) value);
        } else if (type instanceof AnswerType.Number number) {
            return number(number, number.isWhole() ? whole((IntegerType) value) : ((DecimalType) value).getValue());
        } else if (type instanceof Day day) {
            return day(day, (DateType) value);
        }
        return text((Text) type, ((StringType) value).getValue());
    }

    /** No value, or only an extension that says why there is none. */
    private static boolean isHollow(Type value) {
        return value == null || value.isEmpty() || value instanceof PrimitiveType<?> primitive && !primitive.hasValue();
    }

    /** The FHIR type that an answer has. */
    private static String element(AnswerType type) {
        if (type instanceof Choice) {
            return "Coding";
        } else if (type instanceof AnswerType.Number number) {
            return number.isWhole() ? "integer" : "decimal";
        }
        return type instanceof Day ? "date" : "string";
    }

    private static String name(String type) {
        return "`value" + Character.toUpperCase(type.charAt(0)) + type.substring(1) + "`";
    }

    private Optional<Issue> choice(Choice choice, Coding coding) {
        if (!Systems.ANSWER.equals(coding.getSystem())) {
            return issue(
                    IssueType.CODEINVALID,
                    "is answered with a code of `" + Systems.ANSWER + "`: name that as the `system`.");
        }
        if (choice.find(coding.getCode()).isEmpty()) {
            String offered =
                    Quoted.anyOf(choice.options().stream().map(Option::code).toList());
            String code = coding.hasCode() ? Quoted.name(coding.getCode()) : "without a code";
            return issue(IssueType.CODEINVALID, "has no answer " + code + ": send one of " + offered + ".");
        }
        return Optional.empty();
    }

    private static BigDecimal whole(IntegerType value) {
        return BigDecimal.valueOf(value.getValue());
    }

    private Optional<Issue> number(AnswerType.Number number, BigDecimal value) {
        if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
            return issue(
                    IssueType.VALUE, "has more digits than a number can mean here: send at most " + MOST_DIGITS + ".");
        }
        boolean isWithin = value.compareTo(number.min()) >= 0 && value.compareTo(number.max()) <= 0;
        String unit =
                number.unit().map(found -> " " + found.display().original()).orElse("");
        return isWithin
                ? Optional.empty()
                : issue(
                        IssueType.VALUE,
                        "lies between " + number.min() + " and " + number.max() + unit
                                + ": correct it, or leave it out when it is not known.");
    }

    private Optional<Issue> day(Day day, DateType value) {
        Days days = Dates.days(value);
        boolean isWithin = !days.first().isBefore(day.first()) && !days.last().isAfter(day.last());
        return isWithin
                ? Optional.empty()
                : issue(
                        IssueType.VALUE,
                        "lies between " + day.first() + " and " + day.last()
                                + ": correct the year, or leave it out when it is not known.");
    }

    private Optional<Issue> text(Text text, String value) {
        if (value.length() > text.maxLength()) {
            return issue(IssueType.TOOLONG, "takes at most " + text.maxLength() + " characters: shorten it.");
        }
        return value.codePoints().allMatch(ValueCheck::isText)
                ? Optional.empty()
                : issue(IssueType.VALUE, "has a character that is not text, such as NUL or half a symbol: remove it.");
    }

    /** FHIR allows no control characters but tab and line ends; a surrogate alone is no character. */
    private static boolean isText(int character) {
        boolean isControl = character < ' ' && character != '\t' && character != '\n' && character != '\r';
        return !isControl && Character.getType(character) != Character.SURROGATE;
    }

    private Optional<Issue> issue(IssueType type, String message) {
        return Optional.of(
                new Issue(type.toCode(), question.answerPath(index), "`" + question.linkId() + "` " + message));
    }
}
