package org.fascicle.fhir.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.fhir.interview.AnswerType.Choice;
import org.fascicle.fhir.profile.Canonical;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.term.Systems;
import org.junit.jupiter.api.Test;

class InterviewTest {
    private static final Definitions DEFINITIONS = Definitions.published();

    private final Interviews interviews = new Interviews(DEFINITIONS);
    private final Interview interview = interviews.current();

    @Test
    void itIsAskedInSixGroups() {
        assertEquals(
                List.of("twitch", "red-flags", "triggers", "metabolic", "history", "exam"),
                interview.groups().stream().map(Group::linkId).toList());
        assertEquals("exam", interview.groupOf(question("ex.tone")).linkId());
    }

    @Test
    void everyWordIsThereInGerman() {
        List<String> untranslated = words().filter(
                        wording -> !wording.translations().containsKey("de"))
                .map(Wording::original)
                .toList();
        assertEquals(List.of(), untranslated);
    }

    @Test
    void aReaderGetsTheirLanguageOrTheOriginal() {
        Wording text = question("rf.wasting").text();
        assertEquals("Ist ein Muskel dünner geworden oder eingefallen?", text.in(Locale.forLanguageTag("de-CH")));
        assertEquals("Has a muscle become thinner or hollow?", text.in(Locale.FRENCH));
    }

    @Test
    void helpExplainsWhatATwitchIs() {
        String help = question("sx.type").help().orElseThrow().original();
        assertTrue(help.startsWith("A muscle twitch (fasciculation) is a small flicker"), help);
        assertEquals(Optional.empty(), question("sx.side").help());
    }

    @Test
    void aQuestionWithoutConditionIsAlwaysOpen() {
        assertTrue(isOpen("sx.type"));
    }

    @Test
    void aQuestionIsOpenedByAnyOfTheAnswersItWaitsFor() {
        assertTrue(isOpen("rf.weakness.course", "rf.weakness=feels-weak"));
        assertTrue(isOpen("rf.weakness.course", "rf.weakness=cannot-do"));
        assertFalse(isOpen("rf.weakness.course", "rf.weakness=none"));
        assertFalse(isOpen("rf.weakness.course"));
    }

    @Test
    void anAnswerToAQuestionThatIsNotAskedOpensNothing() {
        assertTrue(isOpen("ex.strength.where", "ex.done=yes", "ex.strength=reduced"));
        assertFalse(isOpen("ex.strength.where", "ex.done=no", "ex.strength=reduced"));
    }

    @Test
    void onlyWhatIsPublishedIsFound() {
        assertEquals(Optional.of(interview), interviews.find(Canonical.parse(Systems.QUESTIONNAIRE + "|1.0.0")));
        assertEquals(Optional.empty(), interviews.find(Canonical.parse(Systems.QUESTIONNAIRE + "|2.0.0")));
        assertEquals(Optional.empty(), interviews.find(Canonical.parse(Systems.URGENCY)));
    }

    private Question question(String linkId) {
        return interview.find(linkId).orElseThrow();
    }

    private boolean isOpen(String linkId, String... answers) {
        Set<String> given = Set.of(answers);
        return interview.isOpen(question(linkId), (asked, code) -> given.contains(asked + "=" + code));
    }

    private Stream<Wording> words() {
        Stream<Wording> headings = Stream.concat(
                Stream.of(interview.title()), interview.groups().stream().map(Group::text));
        return Stream.concat(headings, interview.questions().flatMap(InterviewTest::words));
    }

    private static Stream<Wording> words(Question question) {
        Stream<Wording> options = question.type() instanceof Choice choice
                ? choice.options().stream().map(Option::display)
                : Stream.empty();
        Stream<Wording> own = Stream.concat(Stream.of(question.text()), question.help().stream());
        Stream<Wording> unit = question.type() instanceof AnswerType.Number number
                ? number.unit().stream().map(AnswerType.Unit::display)
                : Stream.empty();
        return Stream.of(own, options, unit).flatMap(wordings -> wordings);
    }
}
