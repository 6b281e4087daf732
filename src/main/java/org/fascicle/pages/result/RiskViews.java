package org.fascicle.pages.result;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.risk.Explainer;
import org.fascicle.clinical.risk.Explanation;
import org.fascicle.clinical.risk.FiredRule;
import org.fascicle.clinical.risk.Prediction;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Grounds;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Source;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.fhir.result.Wording;
import org.fascicle.pages.result.ResultPage.Ask;
import org.fascicle.pages.result.ResultPage.Cited;
import org.fascicle.pages.result.ResultPage.Flag;
import org.fascicle.pages.result.ResultPage.Open;
import org.fascicle.pages.result.ResultPage.Reason;
import org.fascicle.pages.result.ResultPage.Risk;
import org.fascicle.pages.visit.ClinicalWords;

/** Draws the three risks: what to act on first, what is not excluded, and why each stands as it does. */
record RiskViews(Assessment assessment, Wording wording, ClinicalWords clinical) {
    private static final int MOST_ASKS = 8;

    /** The rules that ask to act today, the most urgent first. */
    List<Flag> flags() {
        return assessment
                .fired()
                .filter(fired -> isRedFlag(fired.rule()))
                .sorted((one, other) -> urgency(other).compareTo(urgency(one)))
                .map(this::flag)
                .distinct()
                .toList();
    }

    private static boolean isRedFlag(Rule rule) {
        return rule.then().urgency().isAtLeast(Urgency.URGENT);
    }

    private static Urgency urgency(FiredRule fired) {
        return fired.rule().then().urgency();
    }

    private Flag flag(FiredRule fired) {
        Rule rule = fired.rule();
        return new Flag(
                rule.id(),
                urgency(fired).code(),
                clinical.of(urgency(fired)),
                said(rule.words().reason()),
                said(rule.words().action()),
                evidence().of(fired.evidence()));
    }

    /** For each disease that is not shown to be unlikely: what is not known and would decide. */
    List<Open> open() {
        Explainer explainer = new Explainer();
        return Stream.of(Outcome.NEUROMUSCULAR, Outcome.METABOLIC)
                .map(assessment::of)
                .filter(prediction -> prediction.concern().isPresent())
                .map(prediction -> open(prediction, explainer.explain(prediction.outcome(), assessment)))
                .filter(open -> !open.asks().isEmpty())
                .toList();
    }

    private Open open(Prediction prediction, Explanation explanation) {
        OpenWords open = new OpenWords(assessment.facts().file(), wording, clinical);
        boolean isLow = prediction.concern().filter(Concern.LOW::equals).isPresent();
        List<Ask> asks = Stream.concat(
                        isLow ? Stream.empty() : explanation.couldLower().stream(), explanation.couldRaise().stream())
                .flatMap(leaf -> open.of(leaf).stream())
                .distinct()
                .limit(MOST_ASKS)
                .toList();
        return new Open(
                clinical.of(prediction.outcome()), clinical.concern(prediction), ClinicalWords.tone(prediction), asks);
    }

    List<Risk> risks() {
        Explainer explainer = new Explainer();
        return assessment.predictions().stream()
                .map(prediction -> risk(prediction, explainer.explain(prediction.outcome(), assessment)))
                .toList();
    }

    private Risk risk(Prediction prediction, Explanation explanation) {
        List<Reason> why = prediction.rules().stream()
                .map(fired -> reason(fired.rule(), evidence().of(fired.evidence())))
                .toList();
        List<Reason> whyNot = explanation.whyNotWorse().stream()
                .filter(out -> !out.rule().words().reason().isEmpty())
                .map(out -> reason(out.rule(), List.of()))
                .toList();
        return new Risk(
                clinical.of(prediction.outcome()),
                clinical.concern(prediction),
                ClinicalWords.tone(prediction),
                why,
                whyNot);
    }

    private Reason reason(Rule rule, List<String> evidence) {
        return new Reason(rule.id(), said(rule.words().reason()), evidence, sources(rule.grounds()));
    }

    private String said(String words) {
        return ClinicalWords.capital(clinical.translated().of(words));
    }

    private List<Cited> sources(Grounds grounds) {
        Stream<Cited> read =
                grounds.sources().stream().map(source -> new Cited(source.id(), source.title(), address(source)));
        Stream<Cited> seeds = grounds.seeds().isEmpty()
                ? Stream.empty()
                : Stream.of(new Cited(clinical.words().of("cited.seed", String.join(", ", grounds.seeds())), "", ""));
        Stream<Cited> marks = grounds.marks().stream()
                .sorted()
                .map(mark -> new Cited(
                        clinical.words()
                                .of("cited."
                                        + mark.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        "",
                        ""));
        return Stream.of(read, seeds, marks).flatMap(part -> part).toList();
    }

    private static String address(Source source) {
        return source.address().map(address -> "https://" + address).orElse("");
    }

    private EvidenceViews evidence() {
        return new EvidenceViews(assessment.facts().file(), wording, clinical);
    }
}
