package org.fascicle.fhir.result;

import static org.fascicle.fhir.json.Element.element;
import static org.fascicle.fhir.json.Element.resource;
import static org.fascicle.fhir.result.Parameter.parameter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.risk.Explainer;
import org.fascicle.clinical.risk.Explanation;
import org.fascicle.clinical.risk.FiredRule;
import org.fascicle.clinical.risk.OpenFact;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.fhir.json.Element;
import org.fascicle.fhir.json.Types;

/** Each prediction explained, as Parameters: why, why not more, and what would change it. */
public record ExplanationToFhir(Wording wording) {

    public ObjectNode compose(Judged judged) {
        String subject = judged.header().subject();
        Element answer = resource("Parameters");
        if (!subject.isEmpty()) {
            answer.add("parameter", parameter("subject").set("valueReference", Types.reference(subject)));
        }
        new Explainer()
                .explain(judged.assessment())
                .forEach(explanation -> answer.add("parameter", category(judged, explanation)));
        return answer.json();
    }

    private Element category(Judged judged, Explanation explanation) {
        PredictionToFhir prediction = new PredictionToFhir(judged.assessment().of(explanation.outcome()));
        Element category = parameter("category")
                .add("part", parameter("outcome").set("valueCodeableConcept", prediction.outcome()));
        prediction.findRisk().map(ExplanationToFhir::level).ifPresent(level -> category.add("part", level));
        return category.addAll("part", why(judged, explanation))
                .addAll("part", whyNotMore(explanation))
                .addAll("part", open("couldRaise", explanation.couldRaise(), judged))
                .addAll("part", open("couldLower", explanation.couldLower(), judged));
    }

    private List<Element> why(Judged judged, Explanation explanation) {
        EvidenceWords evidence = new EvidenceWords(judged.file(), wording);
        return explanation.why().stream()
                .map(fired -> rule("why", fired.rule()).addAll("part", facts(fired, evidence)))
                .toList();
    }

    private static List<Element> facts(FiredRule fired, EvidenceWords evidence) {
        return Parameter.texts("fact", evidence.of(fired.evidence()));
    }

    private List<Element> whyNotMore(Explanation explanation) {
        return explanation.whyNotWorse().stream()
                .filter(out -> !out.rule().words().reason().isEmpty())
                .map(this::ruledOut)
                .toList();
    }

    private Element ruledOut(Explanation.RuledOut out) {
        Rule rule = out.rule();
        Urgency urgency = rule.then().urgency();
        return rule("whyNotMore", rule)
                .add(
                        "part",
                        rule.then()
                                .concern()
                                .map(PredictionToFhir::risk)
                                .map(ExplanationToFhir::level)
                                .orElse(element()))
                .add("part", urgency == Urgency.SELF_CARE ? element() : Parameter.code("urgency", urgency.code()))
                .addAll("part", Parameter.texts("because", new FactsAgainst(out.facts(), wording).of(out.against())));
    }

    private static Element rule(String name, Rule rule) {
        return Parameter.parts(
                name,
                Stream.of(
                        Parameter.code("rule", rule.id()),
                        Parameter.text("reason", rule.words().reason())));
    }

    private static Element level(Element risk) {
        return parameter("level").set("valueCodeableConcept", risk);
    }

    private List<Element> open(String name, List<Criterion.Leaf> leaves, Judged judged) {
        OpenFactToFhir open = new OpenFactToFhir(wording);
        return leaves.stream()
                .flatMap(leaf -> OpenFact.of(leaf, judged.file()).stream())
                .distinct()
                .map(fact -> open.part(name, fact))
                .toList();
    }
}
