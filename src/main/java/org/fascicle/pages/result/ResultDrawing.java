package org.fascicle.pages.result;

import java.util.List;
import java.util.Optional;
import org.fascicle.assessing.Recorded;
import org.fascicle.assessing.writeback.Form;
import org.fascicle.assessing.writeback.Piece;
import org.fascicle.chart.Stored;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.fhir.response.Authored;
import org.fascicle.fhir.result.Judged;
import org.fascicle.look.Words;
import org.fascicle.pages.result.ResultPage.Addresses;
import org.fascicle.pages.result.ResultPage.Fact;
import org.fascicle.pages.result.ResultPage.Head;
import org.fascicle.pages.result.ResultPage.Instead;
import org.fascicle.pages.result.ResultPage.Judgement;
import org.fascicle.pages.result.ResultPage.Plan;
import org.fascicle.pages.result.ResultPage.ProposalView;
import org.fascicle.pages.result.ResultPage.Signed;
import org.fascicle.pages.visit.Banners;
import org.fascicle.pages.visit.ClinicalWords;
import org.fascicle.pages.visit.Drawing;
import org.fascicle.pages.visit.InsteadLines;
import org.fascicle.pages.visit.Translated;
import org.fascicle.pages.visit.Visit;
import org.fascicle.smart.ehr.Feature;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Draws the result of one response. */
record ResultDrawing(Resulting use, Drawing drawing) {

    String page(Visit visit, Stored stored) {
        QuestionnaireResponse response = stored.as(QuestionnaireResponse.class);
        Judged judged = use.assessing().judged(visit.chart(), response);
        Judgement judgement = judgement(visit, response, judged);
        ResultPage page = new ResultPage(
                drawing.around(visit, visit.words().of("result.title")),
                Banners.find(visit),
                visit.words(),
                addresses(visit, stored),
                judgement,
                plan(visit, stored, judged, judgement));
        return drawing.draw("result", page);
    }

    private static Addresses addresses(Visit visit, Stored stored) {
        String id = stored.key().id();
        return new Addresses(
                visit.launch().key().handle(),
                visit.at("result/" + id),
                visit.at("interview/" + id),
                visit.at("leaflet/" + id));
    }

    private Judgement judgement(Visit visit, QuestionnaireResponse response, Judged judged) {
        Assessment assessment = judged.assessment();
        RiskViews risks = new RiskViews(assessment, use.wording(visit.locale()), new ClinicalWords(visit.words()));
        return new Judgement(
                head(visit, response, judged),
                risks.flags(),
                risks.open(),
                risks.risks(),
                new FactViews(judged.file(), visit.words()).of(),
                judged.remarks().stream().map(Translated.in(visit.locale())::of).toList());
    }

    private Head head(Visit visit, QuestionnaireResponse response, Judged judged) {
        Assessment assessment = judged.assessment();
        Recorded recorded = use.assessing().recorded(visit.chart(), judged, visit.plan());
        return new Head(
                assessment.urgency().code(),
                new ClinicalWords(visit.words()).of(assessment.urgency()),
                basis(visit.words(), response),
                assessment.isComplete(),
                recorded);
    }

    private static String basis(Words words, QuestionnaireResponse response) {
        String when = Authored.of(response).map(words::moment).orElse("–");
        String who = response.getAuthor().getDisplay();
        boolean isAmended = response.getStatus() == QuestionnaireResponse.QuestionnaireResponseStatus.AMENDED;
        String taken = who == null ? words.of("result.basis", when) : words.of("result.basis.by", when, who);
        return isAmended ? taken + " · " + words.of("result.amended") : taken;
    }

    private Plan plan(Visit visit, Stored stored, Judged judged, Judgement judgement) {
        PlanViews plans = new PlanViews(use.standings(visit, stored.key().id()), visit);
        List<String> advice =
                judged.advice().stream().map(Translated.in(visit.locale())::of).toList();
        List<ProposalView> proposals = plans.of(judged.workup().proposals());
        List<Fact> not =
                new FactViews(judged.file(), visit.words()).of(judged.workup().notProposed());
        String copy = visit.plan().needsCopying()
                ? new CopyWords(visit.words()).of(judgement, proposals, not, answers(visit, stored))
                : "";
        Instead instead = new Instead(InsteadLines.of(visit), copy, visit.plan().isCopied());
        return new Plan(proposals, not, advice, instead, signed(visit, stored));
    }

    /** Where the chart does not hold them, they are copied too. */
    private List<String> answers(Visit visit, Stored stored) {
        return visit.plan().isResponseKept()
                ? List.of()
                : new AnswerLines(use.interview(), visit.locale()).of(stored.as(QuestionnaireResponse.class));
    }

    private Signed signed(Visit visit, Stored stored) {
        boolean isPossible = visit.launch().features().allow(Feature.SAVE_PROVENANCE)
                && visit.plan().isFoundAgain()
                && visit.plan().of(Piece.PROVENANCE).form() == Form.ITSELF;
        String words = Optional.of(stored.key().id())
                .filter(id -> isPossible)
                .flatMap(id -> use.signing().find(visit.chart(), id))
                .map(signature -> visit.words()
                        .of(
                                "sign.done",
                                signature.by().orElse(visit.words().of("sign.unnamed")),
                                visit.words().moment(signature.at())))
                .orElse("");
        return new Signed(isPossible, words);
    }
}
