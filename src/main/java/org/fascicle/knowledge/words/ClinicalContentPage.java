package org.fascicle.knowledge.words;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fascicle.clinical.advice.AdviceTexts;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.result.Wording;
import org.fascicle.knowledge.Asked;
import org.fascicle.knowledge.Lines;

/** All of the medicine on one page, from the tables themselves, so that a clinician can read it and sign it. */
public final class ClinicalContentPage {
    private static final String PAGE = """
            # Clinical content %s

            Everything that decides, made from the tables that run. To change a line, change its table; a test holds this page to
            them. It is not a validated screening instrument and not a diagnosis, it is not CE or UKCA marked, and a local clinical
            safety review comes before use.

            How to read it: every question is answered *present*, *absent* or *unknown*. **Not shown** means absent or unknown,
            **not ruled out** means present or unknown, **certainly** means present. A rule whose facts are missing does not hold
            and is not ruled out either. The worst conclusion wins; nothing benign lowers anything. Seeds are statements of the
            five seed articles, as article-statement. A mark says how a line is founded: *sourced*; *general knowledge*, where no
            source was read; *policy*, a choice of clinical safety made here.

            ## Findings

            What the answers, the examination and the chart amount to. Rules name them.

            %s
            %s
            ## Order sets

            Read after the judgement. What was done lately with a normal result, or is ordered already, is not proposed again.

            %s
            ## Advice

            %s
            ## Numbers

            A hospital may set them in its settings file, within these bounds. A value on an alert limit alerts; the ends of a
            reference interval are normal.

            %s
            ## Sources

            %s
            ## For sign-off

            Every line that is marked general knowledge or policy.

            %s""";

    private final CriterionToWords criteria;
    private final Map<String, List<String>> cases;

    /**
     * @param wording the questions, as they are asked
     * @param cases the example cases in which a rule fires, by the rule's key
     */
    public ClinicalContentPage(Wording wording, Map<String, List<String>> cases) {
        this.criteria = new CriterionToWords(wording);
        this.cases = Map.copyOf(cases);
    }

    /** The whole page, as Markdown. */
    public String write() {
        RulesToMarkdown rules = new RulesToMarkdown(criteria, cases);
        OrdersToMarkdown orders = new OrdersToMarkdown(criteria);
        return PAGE.formatted(
                Tables.VERSION,
                Asked.findings().stream().map(this::finding).collect(Collectors.joining()),
                Tables.inOrder().stream().map(rules::write).collect(Collectors.joining()),
                Lines.all().stream().map(orders::write).collect(Collectors.joining()),
                AdviceTexts.ALL.stream().map(orders::write).collect(Collectors.joining()),
                LimitsToMarkdown.write(),
                SourcesToMarkdown.write(),
                SignOff.write());
    }

    private String finding(Criterion.Named named) {
        return "### %s\n\n%s:\n\n%s\n"
                .formatted(
                        named.name(),
                        Sentence.capital(named.words()),
                        criteria.say(named.criterion()).bullets());
    }
}
