package org.fascicle.pages.interview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.fhir.interview.AnswerType;
import org.fascicle.fhir.interview.AnswerType.Choice;
import org.fascicle.fhir.interview.Option;
import org.fascicle.fhir.interview.Question;
import org.fascicle.look.Words;
import org.fascicle.pages.interview.QuestionView.Choices;
import org.fascicle.pages.interview.QuestionView.Field;
import org.fascicle.pages.interview.QuestionView.Line;
import org.fascicle.pages.interview.QuestionView.Lines;
import org.fascicle.pages.interview.QuestionView.OptionView;
import org.fascicle.pages.interview.QuestionView.Wordings;

/** Draws questions with what was entered, in the reader's language. */
record QuestionViews(Entry entry, Sources sources, Words words) {
    private static final int SHORT = 36;
    private static final int LONG = 44;

    QuestionView of(Question question) {
        String linkId = question.linkId();
        Optional<String> help = question.help().map(text -> text.in(words.locale()));
        Wordings wordings =
                new Wordings(question.text().in(words.locale()), help, question.isCore(), entry.fault(question));
        return new QuestionView(
                linkId,
                Anchors.question(linkId),
                wordings,
                field(question, entry.entered().of(linkId)),
                sources.of(question, entry.values(question), words),
                !question.openings().isEmpty());
    }

    private Field field(Question question, List<String> given) {
        AnswerType type = question.type();
        String first = given.stream().findFirst().orElse("");
        if (type instanceof Choice choice) {
            return choices(Anchors.question(question.linkId()), choice, given);
        } else if (type instanceof AnswerType.Number number) {
            String unit = number.unit()
                    .map(named -> named.display().in(words.locale()))
                    .orElse("");
            return new Line(first, number.isWhole() ? "numeric" : "decimal", unit, "");
        }
        return type instanceof AnswerType.Text text
                ? new Lines(first, text.maxLength())
                : new Line(first, "text", "", words.of("interview.day.hint"));
    }

    private Choices choices(String id, Choice choice, List<String> given) {
        List<OptionView> options = choice.options().stream()
                .map(option -> option(id, option, given))
                .toList();
        return new Choices(choice.repeats(), look(choice, options), options);
    }

    private OptionView option(String id, Option option, List<String> given) {
        return new OptionView(
                id + '-' + option.code(),
                option.code(),
                option.display().in(words.locale()),
                given.contains(option.code()),
                option.isExclusive());
    }

    private static String look(Choice choice, List<OptionView> options) {
        int longest = lengths(options).max(Integer::compare).orElse(0);
        int all = lengths(options).reduce(0, Integer::sum);
        if (!choice.repeats() && all <= SHORT && options.size() <= 4) {
            return "short";
        }
        return longest > LONG ? "long" : "";
    }

    private static Stream<Integer> lengths(List<OptionView> options) {
        return options.stream().map(option -> option.words().length());
    }
}
