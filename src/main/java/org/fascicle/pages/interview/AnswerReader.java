package org.fascicle.pages.interview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fascicle.fhir.interview.AnswerType;
import org.fascicle.fhir.interview.AnswerType.Choice;
import org.fascicle.fhir.interview.AnswerType.Day;
import org.fascicle.fhir.interview.AnswerType.Text;
import org.fascicle.fhir.interview.Option;
import org.fascicle.fhir.interview.Question;
import org.fascicle.fhir.term.Systems;
import org.fascicle.look.Words;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Reads what was typed for a question, and says in the reader's language what is wrong with it. */
record AnswerReader(Words words) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(?:[.,]\\d{1,3})?");

    Read read(Question question, List<String> typed) {
        if (typed.isEmpty()) {
            return Read.of(List.of());
        }
        AnswerType type = question.type();
        if (type instanceof Choice choice) {
            return choice(choice, typed);
        } else if (type instanceof AnswerType.Number number) {
            return number(number, typed.get(0));
        } else if (type instanceof Day day) {
            return day(day, typed.get(0));
        }
        return text((Text) type, typed.get(0));
    }

    private Read choice(Choice choice, List<String> codes) {
        List<Option> chosen = codes.stream()
                .distinct()
                .flatMap(code -> choice.find(code).stream())
                .toList();
        Optional<Option> alone = chosen.stream().filter(Option::isExclusive).findFirst();
        if (alone.isPresent() && chosen.size() > 1) {
            return Read.wrong(words.of("fault.exclusive", alone.get().display().in(words.locale())));
        }
        boolean isWhole = chosen.size() == codes.stream().distinct().count() && (choice.repeats() || chosen.size() < 2);
        return isWhole
                ? Read.of(chosen.stream().map(AnswerReader::coding).toList())
                : Read.wrong(words.of("fault.choice"));
    }

    private static Type coding(Option option) {
        return new Coding(Systems.ANSWER, option.code(), option.display().original());
    }

    private Read number(AnswerType.Number number, String typed) {
        String plain = typed.replace(',', '.');
        boolean isWhole = !plain.contains(".");
        if (!NUMBER.matcher(typed).matches() || number.isWhole() && !isWhole) {
            return Read.wrong(words.of(number.isWhole() ? "fault.whole" : "fault.number"));
        }
        BigDecimal value = new BigDecimal(plain);
        if (value.compareTo(number.min()) < 0 || value.compareTo(number.max()) > 0) {
            return Read.wrong(words.of("fault.between", number.min(), number.max()));
        }
        return Read.of(List.of(number.isWhole() ? new IntegerType(value.intValueExact()) : new DecimalType(value)));
    }

    private Read day(Day day, String typed) {
        Optional<String> written = DayText.read(typed);
        boolean isWithin = written.map(text -> LocalDate.parse((text + "-01-01").substring(0, 10)))
                .filter(first -> !first.isBefore(day.first()) && !first.isAfter(day.last()))
                .isPresent();
        return isWithin ? Read.of(List.of(new DateType(written.get()))) : Read.wrong(words.of("fault.day"));
    }

    private Read text(Text text, String typed) {
        if (typed.length() > text.maxLength()) {
            return Read.wrong(words.of("fault.long", text.maxLength(), typed.length()));
        }
        return typed.codePoints().allMatch(AnswerReader::isText)
                ? Read.of(List.of(new StringType(typed)))
                : Read.wrong(words.of("fault.text"));
    }

    private static boolean isText(int character) {
        boolean isControl = character < ' ' && character != '\t' && character != '\n' && character != '\r';
        return !isControl && Character.getType(character) != Character.SURROGATE;
    }
}
