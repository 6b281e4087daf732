package org.fascicle.knowledge.cql;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fascicle.clinical.CaseFile;
import org.fascicle.clinical.Onset;
import org.fascicle.clinical.Patient;
import org.fascicle.clinical.finding.Answers;
import org.fascicle.clinical.finding.Form;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.finding.Span;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.fhir.term.Systems;
import org.fascicle.knowledge.Asked;

/** What the response says, question by question, and what is known of the patient beside it. */
final class AnswersLibrary {
    static final String NAME = "FasciculationAnswers";

    private AnswersLibrary() {}

    static CqlLibrary of() {
        CqlSource source = Header.overFhir(NAME)
                .line(Header.include(LimitsLibrary.NAME, "Limits"))
                .line("")
                .line("parameter \"ResponseId\" String")
                .line("")
                .line("context Patient")
                .line("")
                .define("Questionnaire", Cql.text(Systems.QUESTIONNAIRE))
                .define("Answer codes", Cql.text(Systems.ANSWER))
                .line(Template.of(NAME));
        writeOnset(source);
        source.part("Answers, question by question: null where not asked, not answered, or not known");
        itemsRead().forEach(item -> write(item, source));
        return Header.finished(NAME, "Fasciculation: the answers", source);
    }

    /** The items any table asks for, and those that open them, in the order of the interview. */
    private static List<Item> itemsRead() {
        Set<Item> asked = new LinkedHashSet<>(List.of(Item.HX_EMG, Item.RF_WEAKNESS, Item.RF_WEAKNESS_COURSE));
        Asked.leaves(Criterion.Answered.class).forEach(leaf -> asked.add(leaf.item()));
        Asked.leaves(Criterion.Unanswered.class).forEach(leaf -> asked.add(leaf.item()));
        List.copyOf(asked).forEach(item -> item.form().opening().ifPresent(opening -> asked.add(opening.item())));
        return Stream.of(Item.values()).filter(asked::contains).toList();
    }

    private static void write(Item item, CqlSource source) {
        source.define(Names.codes(item), "\"Codes\"(%s)".formatted(Cql.text(item.linkId())));
        if (item.form().opening().isPresent()) {
            source.define(Names.isOpen(item), isOpen(item.form().opening().get()));
        }
        for (String code : item.form().codes()) {
            source.define(
                    Names.answer(item, code),
                    "\"Is\"(%s, %s, %s)".formatted(Cql.name(Names.codes(item)), Cql.text(code), ruledOut(item)));
        }
        if (item.form().isCore()) {
            source.define(Names.unanswered(item), unanswered(item));
        }
    }

    private static String isOpen(Form.Opening opening) {
        return Layout.join(
                "or",
                opening.codes().stream()
                        .map(code -> Cql.name(Names.answer(opening.item(), code)))
                        .toList(),
                "true");
    }

    /** Not asked because of another answer. An examination that was not done rules nothing out. */
    private static String ruledOut(Item item) {
        boolean canBe = item.form().opening().isPresent() && !item.isExamination();
        return canBe ? Cql.name(Names.isOpen(item)) + " is false" : "false";
    }

    /** An exact date also answers how long ago it was. */
    private static String unanswered(Item item) {
        String noCode = "not exists " + Cql.name(Names.codes(item));
        String notAnswered = item == Item.SX_ONSET
                ? noCode + " and \"Day\"(%s) is null".formatted(Cql.text(Item.SX_ONSET_DATE.linkId()))
                : noCode;
        return item.form().opening().isPresent()
                ? "%s is true and %s".formatted(Cql.name(Names.isOpen(item)), notAnswered)
                : notAnswered;
    }

    /** What each answer to "how long ago" can mean, in days. */
    private static void writeOnset(CqlSource source) {
        StringBuilder daysAgo = new StringBuilder("case First(\"Codes\"('%s'))".formatted(Item.SX_ONSET.linkId()));
        StringBuilder latest = new StringBuilder(daysAgo);
        for (String code : Item.SX_ONSET.form().codes()) {
            Onset onset = onset(code);
            daysAgo.append("\n  when %s then %s".formatted(Cql.text(code), interval(onset.daysAgo())));
            latest.append("\n  when %s then \"Today\" - %d days".formatted(Cql.text(code), daysBefore(onset.latest())));
        }
        source.part("The onset, by the answer in words");
        source.define(
                "Days since onset as told", daysAgo.append("\n  else null\nend").toString());
        source.define(
                "Latest onset as told", latest.append("\n  else null\nend").toString());
    }

    private static final OffsetDateTime ANY_TIME = OffsetDateTime.of(2026, 1, 1, 12, 0, 0, 0, ZoneOffset.UTC);

    private static Onset onset(String code) {
        Answers answers = Answers.builder().code(Item.SX_ONSET, code).build();
        return new CaseFile(ANY_TIME, answers, Patient.UNKNOWN, Optional.empty(), Limits.standard()).onset();
    }

    private static long daysBefore(Optional<LocalDate> latest) {
        return ChronoUnit.DAYS.between(latest.orElseThrow(), ANY_TIME.toLocalDate());
    }

    private static String interval(Span days) {
        String high = Double.isFinite(days.high()) ? Cql.decimal(days.high()) : "null";
        return "Interval[%s, %s]".formatted(Cql.decimal(days.low()), high);
    }
}
