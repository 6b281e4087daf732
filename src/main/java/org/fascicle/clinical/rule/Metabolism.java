package org.fascicle.clinical.rule;

import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Criteria.*;
import static org.fascicle.clinical.rule.Findings.PERIORAL;

import java.util.Arrays;
import java.util.List;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.rule.Criterion.Named;

/** The named findings about electrolytes and metabolism: who is at risk (METRISK, C.8.17), and what results show. */
public final class Metabolism {
    private Metabolism() {}

    // The groups of risk; each counts once

    /** Each of the medicines that shift electrolytes. */
    public static final Named RISK_DRUG = named(
            "RISK_DRUG",
            "a medicine that shifts electrolytes",
            any(
                    charted(
                            DrugClass.THIAZIDE,
                            DrugClass.LOOP_DIURETIC,
                            DrugClass.POTASSIUM_SPARING,
                            DrugClass.PROTON_PUMP_INHIBITOR,
                            DrugClass.CORTICOSTEROID,
                            DrugClass.BETA_AGONIST,
                            DrugClass.XANTHINE,
                            DrugClass.LITHIUM,
                            DrugClass.ELECTROLYTE_LOSER),
                    charted(Past.PLATINUM)));

    public static final Named GUT_LOSS = named("GUT_LOSS", "vomiting or diarrhoea", yes(MET_GI));

    public static final Named DRY = named(
            "DRY",
            "too little to drink, heavy fluid loss or heavy sweating",
            any(yes(MET_DEHYDRATION), yes(MET_SWEAT)));

    /** What is eaten is no problem a chart lists: what was not told stays unknown (C.6). */
    public static final Named POOR_DIET = named(
            "POOR_DIET",
            "a restricted diet or an eating disorder",
            any(yes(MET_DIET), charted(Problem.EATING_DISORDER)));

    public static final Named GUT_SURGERY = named(
            "GUT_SURGERY", "bariatric or bowel surgery", toldOrCharted(yes(MET_GISURG), charted(Problem.GUT_SURGERY)));

    public static final Named KIDNEY =
            named("KIDNEY", "kidney disease", toldOrCharted(yes(HX_CKD), charted(Problem.KIDNEY_DISEASE)));

    public static final Named NECK_SURGERY = named(
            "NECK_SURGERY",
            "thyroid, parathyroid or neck surgery",
            toldOrCharted(yes(HX_NECK_SURGERY), charted(Problem.NECK_SURGERY)));

    public static final Named THYROID_OR_NECK = named(
            "THYROID_OR_NECK",
            "thyroid or parathyroid disease, neck surgery, or signs of an overactive thyroid",
            any(
                    toldOrCharted(yes(HX_THYROID), charted(Problem.THYROID_DISEASE)),
                    toldOrCharted(yes(HX_PARATHYROID), charted(Problem.PARATHYROID_DISEASE)),
                    NECK_SURGERY,
                    yes(MET_THYROID),
                    shown(is(EX_THYROID, "abnormal"))));

    public static final Named DIABETES =
            named("DIABETES", "diabetes", toldOrCharted(yes(HX_DIABETES), charted(Problem.DIABETES)));

    public static final Named WITHDRAWAL =
            named("WITHDRAWAL", "alcohol stopped suddenly", yes(TRIG_ALCOHOL_WITHDRAWAL));

    public static final Named ALCOHOL = named(
            "ALCOHOL",
            "more than 14 units of alcohol a week, or alcohol stopped suddenly",
            any(toldOrCharted(above(Measure.ALCOHOL, Limit.ALCOHOL), charted(Problem.ALCOHOL_EXCESS)), WITHDRAWAL));

    /** Counts when shown; whether it was asked is M-0's concern, for these are core questions. */
    public static final Named IRRITABLE_NERVES = named(
            "IRRITABLE_NERVES",
            "tingling around mouth and fingertips, locking spasm, fit, confusion or faint",
            shown(any(
                    PERIORAL,
                    is(RF_TETANY, "hand-foot-spasm", "throat-spasm", "seizure", "confusion", "palpitations-faint"),
                    is(EX_TETANY, "positive"))));

    /** C.8.30. */
    public static final Named KNOWN_IMBALANCE = named(
            "KNOWN_IMBALANCE",
            "a known low electrolyte, or calcium or vitamin D stopped after neck surgery",
            any(charted(Problem.ELECTROLYTE_DISORDER), all(NECK_SURGERY, charted(Past.CALCIUM_OR_VITAMIN_D_STOPPED))));

    private static final Criterion INTAKE = any(DRY, POOR_DIET);

    public static final Named SEVERAL_RISKS = named(
            "SEVERAL_RISKS",
            "two or more groups of risk for an electrolyte disturbance",
            atLeast(
                    2,
                    RISK_DRUG,
                    GUT_LOSS,
                    INTAKE,
                    GUT_SURGERY,
                    KIDNEY,
                    THYROID_OR_NECK,
                    DIABETES,
                    ALCOHOL,
                    IRRITABLE_NERVES,
                    KNOWN_IMBALANCE));

    /** Diabetes alone, or a short spell of dehydration or sweating alone, does not count (C.8.17). */
    public static final Named METRISK = named(
            "METRISK",
            "a risk for an electrolyte disturbance",
            any(
                    RISK_DRUG,
                    GUT_LOSS,
                    all(DRY, any(notRuledOut(Course.PERSISTENT), shown(any(Course.AMBER, Findings.RED_FLAG)))),
                    POOR_DIET,
                    GUT_SURGERY,
                    KIDNEY,
                    THYROID_OR_NECK,
                    ALCOHOL,
                    IRRITABLE_NERVES,
                    KNOWN_IMBALANCE,
                    SEVERAL_RISKS));

    // Results

    private static final List<Analyte> ELECTROLYTES = List.of(
            Analyte.SODIUM,
            Analyte.POTASSIUM,
            Analyte.CALCIUM,
            Analyte.IONISED_CALCIUM,
            Analyte.MAGNESIUM,
            Analyte.PHOSPHATE,
            Analyte.GLUCOSE);

    /** Low sodium that already clouds, or low calcium that already cramps, is critical above its usual limit (B.8). */
    private static final Criterion SYMPTOMATIC_SODIUM = all(
            lab(Analyte.SODIUM, Band.SAME_DAY),
            atMost(Measure.SODIUM, Limit.SODIUM_SAME_DAY_LOW),
            any(yes(MET_GI), yes(RF_HEADACHE), yes(RF_SLEEPLESS), is(RF_TETANY, "confusion", "seizure")));

    private static final Criterion SYMPTOMATIC_CALCIUM = all(
            lab(Analyte.CALCIUM, Band.ABNORMAL),
            below(Measure.CALCIUM, Limit.CALCIUM_LOW),
            any(
                    is(EX_TETANY, "positive"),
                    is(RF_TETANY, "hand-foot-spasm", "throat-spasm", "seizure", "palpitations-faint")));

    public static final Named CRIT = named(
            "CRIT",
            "a critical laboratory value",
            any(any(bands(ELECTROLYTES, Band.EMERGENCY)), SYMPTOMATIC_SODIUM, SYMPTOMATIC_CALCIUM));

    public static final Named LAB_SAME_DAY = named(
            "LAB_SAME_DAY",
            "a result at the same-day alert limit, or flagged critical and not readable",
            any(bands(Arrays.asList(Analyte.values()), Band.SAME_DAY)));

    public static final Named LAB_ABNORMAL = named(
            "LAB_ABNORMAL",
            "an electrolyte, glucose or thyroid result outside its reference interval",
            any(any(bands(ELECTROLYTES, Band.ABNORMAL)), lab(Analyte.THYROTROPIN, Band.ABNORMAL)));

    public static final Named CALCIUM_ABNORMAL = named(
            "CALCIUM_ABNORMAL",
            "an abnormal calcium",
            any(lab(Analyte.CALCIUM, Band.ABNORMAL), lab(Analyte.IONISED_CALCIUM, Band.ABNORMAL)));

    /** C.8.15: sodium, potassium, calcium, magnesium and thyrotropin, each recent, and none abnormal. */
    public static final Named BASE_LABS_NORMAL = named(
            "BASE_LABS_NORMAL",
            "normal recent base results",
            all(
                    not(lab(Analyte.SODIUM, Band.ABNORMAL)),
                    not(lab(Analyte.POTASSIUM, Band.ABNORMAL)),
                    not(lab(Analyte.CALCIUM, Band.ABNORMAL)),
                    not(lab(Analyte.MAGNESIUM, Band.ABNORMAL)),
                    not(lab(Analyte.THYROTROPIN, Band.ABNORMAL)),
                    notShown(LAB_ABNORMAL),
                    notShown(LAB_SAME_DAY)));

    private static List<Criterion> bands(List<Analyte> analytes, Band band) {
        return analytes.stream().map(analyte -> Criteria.lab(analyte, band)).toList();
    }
}
