package org.fascicle.pages.history;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Drafting;
import org.fascicle.assessing.writeback.Form;
import org.fascicle.assessing.writeback.Piece;
import org.fascicle.cdshooks.feedback.Remembered;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.fhir.response.Authored;
import org.fascicle.fhir.result.Names;
import org.fascicle.fhir.term.Systems;
import org.fascicle.look.Words;
import org.fascicle.pages.history.HistoryPage.Past;
import org.fascicle.pages.history.HistoryPage.Start;
import org.fascicle.pages.history.HistoryPage.Timeline;
import org.fascicle.pages.interview.InterviewScreen;
import org.fascicle.pages.visit.Banners;
import org.fascicle.pages.visit.Drawing;
import org.fascicle.pages.visit.Reply;
import org.fascicle.pages.visit.Screen;
import org.fascicle.pages.visit.Visit;
import org.fascicle.smart.Launch;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RiskAssessment;

/** The earlier assessments of this patient, and where to go on. */
public final class HistoryScreen implements Screen {
    private final Drafting drafting;
    private final Assessing assessing;
    private final Function<Launch, List<Remembered>> cards;
    private final Drawing drawing;

    /** @param cards what was said to cards, the oldest first */
    public HistoryScreen(
            Drafting drafting, Assessing assessing, Function<Launch, List<Remembered>> cards, Drawing drawing) {
        this.drafting = drafting;
        this.assessing = assessing;
        this.cards = cards;
        this.drawing = drawing;
    }

    @Override
    public Reply show(Visit visit, String id) {
        List<Stored> completed = drafting.completed(visit.chart(), visit.subject());
        HistoryPage page = new HistoryPage(
                drawing.around(visit, visit.words().of("history.title")),
                Banners.find(visit),
                visit.words(),
                start(visit),
                new Timeline(past(visit, completed), SaidToCards.of(cards.apply(visit.launch()), visit)),
                plots(visit, completed));
        return Reply.page(drawing.draw("history", page));
    }

    private Start start(Visit visit) {
        Optional<Stored> draft = drafting.find(visit.chart(), visit.subject());
        String words = draft.map(stored -> visit.words().of("history.draft", updated(visit, stored)))
                .orElse("");
        return new Start(
                visit.launch().key().handle(),
                visit.at(draft.isPresent() ? "interview" : InterviewScreen.ANOTHER),
                visit.at("restart"),
                words,
                draft.map(Stored::version).orElse(""));
    }

    private static String updated(Visit visit, Stored stored) {
        OffsetDateTime local = stored.updated().atOffset(visit.now().getOffset());
        return visit.words().moment(local);
    }

    /** What the rules read of the chart for the newest assessment, over time. */
    private List<PlotView> plots(Visit visit, List<Stored> completed) {
        return completed.stream()
                .limit(1)
                .map(newest -> newest.as(QuestionnaireResponse.class))
                .flatMap(response -> assessing.judged(visit.chart(), response).file().chart().stream())
                .flatMap(chart -> new Plots(visit.words()).of(chart).stream())
                .toList();
    }

    private static List<Past> past(Visit visit, List<Stored> completed) {
        Map<String, RiskAssessment> results = results(visit);
        return completed.stream()
                .map(stored -> past(
                        visit,
                        stored,
                        Optional.ofNullable(results.get(stored.key().id()))))
                .toList();
    }

    /** By the response they are about. */
    private static Map<String, RiskAssessment> results(Visit visit) {
        if (visit.plan().of(Piece.ASSESSMENT).form() != Form.ITSELF) {
            return Map.of();
        }
        return visit.chart().searchAll(Search.of("RiskAssessment").where("patient", visit.subject())).stream()
                .map(stored -> stored.as(RiskAssessment.class))
                .filter(assessment -> response(assessment).isPresent())
                .collect(Collectors.toMap(
                        assessment -> response(assessment).orElseThrow(), assessment -> assessment, (one, two) -> one));
    }

    private static Optional<String> response(RiskAssessment assessment) {
        return assessment.getIdentifier().stream()
                .filter(identifier -> Names.ASSESSMENT.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst();
    }

    private static Past past(Visit visit, Stored stored, Optional<RiskAssessment> result) {
        QuestionnaireResponse response = stored.as(QuestionnaireResponse.class);
        String when = Authored.of(response).map(visit.words()::moment).orElseGet(() -> updated(visit, stored));
        String who = Optional.ofNullable(response.getAuthor().getDisplay()).orElse("");
        String urgency = result.map(HistoryScreen::urgency).orElse("");
        return new Past(
                when,
                who,
                urgency,
                visit.words().of(urgency.isEmpty() ? "history.unrecorded" : "urgency." + urgency),
                visit.at("result/" + stored.key().id()),
                result.map(found -> changes(found, visit.words())).orElse(List.of()));
    }

    private static String urgency(RiskAssessment assessment) {
        Extension urgency = assessment.getExtensionByUrl(Systems.URGENCY_EXTENSION);
        return urgency == null ? "" : urgency.getValue().primitiveValue();
    }

    private static List<String> changes(RiskAssessment assessment, Words words) {
        return assessment.getNote().stream()
                .map(Annotation::getText)
                .filter(Objects::nonNull)
                .flatMap(text -> new ChangeWords(words).find(text).stream())
                .toList();
    }
}
