package org.fascicle.knowledge.cql;

import java.util.stream.Stream;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.chart.Activity;
import org.fascicle.clinical.chart.ChartFact;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.finding.Item;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.rule.Outcome;
import org.fascicle.clinical.rule.Rule;
import org.fascicle.clinical.rule.Table;
import org.fascicle.knowledge.Lines;

/** What each thing is called in the libraries. Others build on these names: they are never changed. */
public final class Names {
    public static final String URGENCY = "Urgency";
    public static final String FIRED = "Fired rules";
    public static final String PROPOSED = "Proposed activities";
    public static final String SOMETHING_PROPOSED = "Something is proposed";

    private Names() {}

    public static String concern(Outcome outcome) {
        return outcome(outcome) + " concern";
    }

    public static String fired(Table table) {
        return "Some rule of " + table.name();
    }

    /** What can be proposed at all. */
    public static Stream<Activity> proposable() {
        return WorkupToCql.proposable();
    }

    /** The lines that can lead to an activity's being proposed. */
    public static Stream<Lines.Line> lines(Activity activity) {
        return ProposalToCql.lines(activity);
    }

    public static String propose(Activity activity) {
        return "Propose " + activity.name();
    }

    public static String priority(Activity activity) {
        return "Priority of " + activity.name();
    }

    public static String urgency(Activity activity) {
        return "Urgency of " + activity.name();
    }

    static String orders(Activity activity) {
        return "Orders of " + activity.name();
    }

    static String settled(Analyte analyte) {
        return lab(analyte) + " is settled";
    }

    static String outcome(Outcome outcome) {
        return Character.toUpperCase(outcome.code().charAt(0)) + outcome.code().substring(1);
    }

    static String isRead(Table table) {
        return table.name() + " is read";
    }

    static String firstOf(Table table) {
        return "First of " + table.name();
    }

    /** What the rules of a table that fired say, in words. */
    public static String report(Table table) {
        return "Report of " + table.name();
    }

    public static String priority(Table table) {
        return "Priority of " + table.name();
    }

    public static String fired(Rule rule) {
        return rule.key() + " fired";
    }

    static String holds(Rule rule) {
        return rule.key() + " holds";
    }

    static String asked(Lines.Line line) {
        return "Ask " + line.key();
    }

    static String answer(Item item, String code) {
        return item.linkId() + " is " + code;
    }

    static String codes(Item item) {
        return "Codes of " + item.linkId();
    }

    static String isOpen(Item item) {
        return item.linkId() + " is open";
    }

    static String unanswered(Item item) {
        return item.linkId() + " is unanswered";
    }

    static String lab(Analyte analyte) {
        return "Lab " + analyte.name();
    }

    static String lab(Analyte analyte, Band band) {
        return lab(analyte) + " is " + band.name();
    }

    static String charted(ChartFact fact) {
        String kind = fact instanceof Problem ? "Problem " : fact instanceof DrugClass ? "Medicine " : "Past ";
        return kind + fact.name();
    }

    /** Told by the response and the patient's record, or read from the chart. */
    static String measure(Measure measure) {
        return switch (measure) {
            case AGE, DAYS_SINCE_ONSET, CAFFEINE, SLEEP, ALCOHOL, CONCERN, PREGNANCY_WEEKS ->
                "Answers." + Cql.name("Measure " + measure.name());
            case SYSTOLIC, DIASTOLIC, SODIUM, POTASSIUM, CALCIUM, CREATINE_KINASE, CREATINE_KINASE_MULTIPLE, EGFR ->
                "Labs." + Cql.name("Measure " + measure.name());
        };
    }
}
