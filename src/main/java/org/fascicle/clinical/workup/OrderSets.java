package org.fascicle.clinical.workup;

import static org.fascicle.clinical.chart.Activity.*;
import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Background.*;
import static org.fascicle.clinical.rule.Course.*;
import static org.fascicle.clinical.rule.Criteria.*;
import static org.fascicle.clinical.rule.Findings.*;
import static org.fascicle.clinical.rule.Metabolism.*;
import static org.fascicle.clinical.rule.Source.*;
import static org.fascicle.clinical.rule.Urgency.*;
import static org.fascicle.clinical.workup.OrderRule.propose;

import java.util.List;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.rule.Criterion;

/** C.5: which order set is proposed when. Read after the judgement; self-care proposes no workup. */
public final class OrderSets {
    private OrderSets() {}

    private static final Criterion ADULT_OR_UNKNOWN = notShown(CHILD);
    private static final Criterion NOT_SELF_CARE = asUrgentAs(ROUTINE);
    private static final Criterion BLOODS = all(ADULT_OR_UNKNOWN, NOT_SELF_CARE);

    private static final Criterion STIFFNESS_ALONE = all(fired("M-9"), notShown(CONTINUOUS));

    /** The rules that wait for an examination before a referral or EMG (C.5 R-NEURO). */
    private static final Criterion EXAMINE_FIRST =
            any(fired("M-2b", "M-3.slow", "M-7", "M-8", "M-10", "M-11", "M-20", "M-24"), STIFFNESS_ALONE);

    private static final Criterion REFER_DIRECTLY = any(
            fired(
                    "M-1",
                    "M-2a",
                    "M-3.rapid",
                    "M-4",
                    "M-5",
                    "M-6",
                    "M-12.lasting",
                    "M-15.lasting",
                    "M-19",
                    "M-22",
                    "M-23"),
            fired("M-9.brain", "S-7"),
            all(fired("M-9"), CONTINUOUS));

    private static final Criterion EMG_WITH_REFERRAL =
            any(fired("M-1", "M-2a", "M-3.rapid", "M-4", "M-22"), all(fired("M-9"), CONTINUOUS));

    private static final Criterion EMG_AFTER_EXAM =
            all(any(fired("M-7", "M-8"), all(fired("M-10"), PERSISTENT), STIFFNESS_ALONE), EXAM_ABNORMAL);

    private static final Criterion ACUTE_BLOODS =
            any(fired("E-7", "E-8", "E-10", "E-11", "X-2", "S-3", "S-4", "S-6"), fired("E-9.medicine"));

    private static final Criterion ECG_LIMITS = any(
            lab(Analyte.POTASSIUM, Band.SAME_DAY),
            lab(Analyte.CALCIUM, Band.SAME_DAY),
            lab(Analyte.IONISED_CALCIUM, Band.SAME_DAY),
            lab(Analyte.MAGNESIUM, Band.SAME_DAY),
            fired("E-8", "S-3"));

    public static final List<OrderRule> ALL = List.of(
            propose("R-ED", EMERGENCY_DEPARTMENT)
                    .when(asUrgentAs(EMERGENCY))
                    .because("an emergency rule fired")
                    .bedside()
                    .seeds("000-22 000-26 000-27 002-23 002-25")
                    .policy(),
            propose("R-PAED", PAEDIATRICS)
                    .when(fired("P-1", "P-2", "E-13"))
                    .because("under 16")
                    .bedside()
                    .from(NG127_CHILD, RACGP_SMA)
                    .policy(),
            propose("R-NEURO", NEUROLOGY)
                    .when(all(ADULT_OR_UNKNOWN, REFER_DIRECTLY))
                    .because("the findings call for neurology directly")
                    .from(NG127_INV, NG42, NG127_WEAK, NG127_SPEECH, HWE, REDFLAG)
                    .seeds("003-22 003-23 004-10 004-26"),
            propose("R-NEURO", NEUROLOGY)
                    .when(all(ADULT_OR_UNKNOWN, EXAMINE_FIRST, EXAM_ABNORMAL))
                    .because("the examination confirms what the history suggests")
                    .from(NG127_INV, NG127_WEAK, NG127_SENS),
            propose("R-NEURO", NEUROLOGY)
                    .when(fired("M-25"))
                    .because("contact the treating neurology team about the new pattern")
                    .seeds("003-39 004-9")
                    .policy(),
            propose("R-NEURO", NEUROLOGY)
                    .when(all(ADULT_OR_UNKNOWN, EXAMINE_FIRST))
                    .because("after the examination, if it confirms; at once if none can be done in time")
                    .held()
                    .from(NG127_INV),
            propose("R-SLT", SPEECH_AND_LANGUAGE)
                    .when(all(ADULT_OR_UNKNOWN, SWALLOW))
                    .because("swallowing is impaired")
                    .from(NG127_SPEECH, NG42)
                    .seeds("000-26 001-23 002-23"),
            propose("L-BASE", BASIC_METABOLIC_PANEL, MAGNESIUM, ALBUMIN, THYROTROPIN)
                    .when(all(BLOODS, any(AMBER, METRISK, RED_FLAG, fired("X-3", "M-24"))))
                    .because("base bloods for electrolytes, kidney, glucose and thyroid")
                    .from(MSD_ALS, GPN_AET, NHS)
                    .seeds("000-7 000-8 000-9 000-10 001-10 001-11 002-13 003-4 003-9 003-13 003-20"),
            propose("L-ACUTE", BASIC_METABOLIC_PANEL, MAGNESIUM, ALBUMIN)
                    .when(ACUTE_BLOODS)
                    .because("calcium, magnesium, potassium, sodium, glucose and kidney function now")
                    .bedside()
                    .evenIfRecent()
                    .from(SFE_CA, BNSSG_MG, K_PC),
            propose("L-ACUTE", CREATINE_KINASE)
                    .when(fired("E-11"))
                    .because("possible muscle breakdown")
                    .bedside()
                    .evenIfRecent()
                    .generalKnowledge(),
            propose("L-ACUTE", PHOSPHATE)
                    .when(lab(Analyte.PHOSPHATE, Band.SAME_DAY))
                    .because("phosphate at an alert limit")
                    .bedside()
                    .evenIfRecent()
                    .from(SWLP),
            propose("L-MUSC", CREATINE_KINASE)
                    .when(all(
                            BLOODS,
                            any(
                                    WEAK_ANY,
                                    is(SX_TYPE, "cramp"),
                                    is(RF_PAIN, "mild", "significant"),
                                    charted(DrugClass.STATIN),
                                    RIGID,
                                    fired("M-1", "M-2a", "M-2b", "M-4", "M-7", "M-8", "M-20", "M-24"))))
                    .because("weakness, cramp, pain or stiffness; repeat a raised value after 7 days without exercise")
                    .from(MSD_ALS, TT13)
                    .seeds("004-16"),
            propose("L-Ca", PHOSPHATE, PARATHYRIN, VITAMIN_D, MAGNESIUM)
                    .when(all(BLOODS, any(CALCIUM_ABNORMAL, PERIORAL, fired("S-3"))))
                    .because("to find the cause of a calcium disturbance")
                    .from(SFE_CA),
            propose("L-THYR", FREE_THYROXINE, FREE_TRIIODOTHYRONINE)
                    .when(all(BLOODS, lab(Analyte.THYROTROPIN, Band.ABNORMAL)))
                    .because("an abnormal thyrotropin")
                    .from(GPN_AET)
                    .generalKnowledge(),
            propose("L-SENS", VITAMIN_B12, HBA1C, BLOOD_COUNT, SEDIMENTATION_RATE, C_REACTIVE_PROTEIN, COELIAC_SEROLOGY)
                    .when(all(BLOODS, SENS_PERSIST))
                    .because("neuropathy bloods for persistent numbness or tingling")
                    .from(NG127_SENS)
                    .seeds("003-5 003-32"),
            propose("L-NUTR", VITAMIN_B12, VITAMIN_D)
                    .when(all(
                            BLOODS,
                            any(
                                    POOR_DIET,
                                    GUT_SURGERY,
                                    all(charted(DrugClass.PROTON_PUMP_INHIBITOR), charted(DrugClass.METFORMIN)))))
                    .because("a diet, an operation or medicines that lead to deficiency")
                    .seeds("003-10 003-32")
                    .generalKnowledge(),
            propose("L-NUTR", VITAMIN_B12)
                    .when(all(BLOODS, fired("M-8")))
                    .because("wasting")
                    .from(MSD_ALS)
                    .policy(),
            propose("L-TOX", LITHIUM_LEVEL)
                    .when(any(all(BLOODS, LITHIUM), fired("S-4", "E-10.lithium")))
                    .because("taking lithium")
                    .bedside()
                    .evenIfRecent()
                    .from(SWLP, GPN_AET),
            propose("L-TOX", THEOPHYLLINE_LEVEL)
                    .when(all(BLOODS, charted(DrugClass.XANTHINE)))
                    .because("taking theophylline or another xanthine")
                    .from(EMC_SALB)
                    .generalKnowledge(),
            propose("L-TOX", DIGOXIN_LEVEL)
                    .when(all(BLOODS, charted(DrugClass.DIGOXIN)))
                    .because("taking digoxin, which a low magnesium or potassium makes dangerous")
                    .from(DORSET_MG)
                    .generalKnowledge(),
            propose("L-WT", BLOOD_COUNT, C_REACTIVE_PROTEIN, SEDIMENTATION_RATE, LIVER_PANEL)
                    .when(all(BLOODS, yes(RF_WEIGHTLOSS)))
                    .because("unexplained weight loss")
                    .seeds("002-30")
                    .generalKnowledge(),
            propose("L-WARN", C_REACTIVE_PROTEIN, SEDIMENTATION_RATE)
                    .when(all(BLOODS, fired("M-11")))
                    .because("a warning sign that asks for a full assessment")
                    .policy(),
            propose("P-ECG", ECG)
                    .when(ECG_LIMITS)
                    .because("potassium, calcium or magnesium at an alert limit, tetany or a faint")
                    .bedside()
                    .evenIfRecent()
                    .from(K_PC, UKKA_K, SFE_CA),
            propose("P-EMG", EMG)
                    .when(all(ADULT_OR_UNKNOWN, EMG_WITH_REFERRAL))
                    .because("with the neurology referral, which it must not delay")
                    .from(MSD_ALS, GCC, AANEM)
                    .seeds("003-21"),
            propose("P-EMG", EMG)
                    .when(all(ADULT_OR_UNKNOWN, EMG_AFTER_EXAM))
                    .because("the examination confirms a nerve or muscle problem")
                    .from(MSD_ALS, AANEM)
                    .seeds("003-21"),
            propose("P-EMG", EMG)
                    .when(all(ADULT_OR_UNKNOWN, any(EXAMINE_FIRST, fired("M-13"))))
                    .because("only if the examination gives reason: without signs a false positive does harm")
                    .held()
                    .from(TT13),
            propose("P-RESP", SPIROMETRY)
                    .when(all(RESP, any(fired("M-1", "M-2a", "M-3.rapid", "M-4", "M-25"), KNOWN_MND)))
                    .because("breathlessness with a suspected or known neuromuscular disease")
                    .from(NG42)
                    .seeds("000-27 002-25"),
            propose("R-PT", PHYSIOTHERAPY)
                    .when(all(NOT_SELF_CARE, EXAM_NORMAL, PERSISTENT, yes(TRIG_EXERCISE), notShown(RED_FLAG)))
                    .because("overuse, with a normal examination")
                    .seeds("003-29 004-26"),
            propose("R-MH", MENTAL_HEALTH)
                    .when(all(
                            NOT_SELF_CARE,
                            atLeast(Measure.CONCERN, Limit.CONCERN),
                            EXAM_NORMAL,
                            BASE_LABS_NORMAL,
                            notShown(RED_FLAG)))
                    .because("much worry about motor neuron disease, with a normal examination and normal results")
                    .from(BLACK19),
            propose("T-RECHECK", RECHECK)
                    .when(fired("M-13", "M-14", "S-2"))
                    .because("4 to 8 weeks, then 3 and 6 months: weakness can follow twitching late")
                    .from(TT13, SINGH11),
            propose("T-EXAM", EXAMINATION)
                    .when(all(NOT_SELF_CARE, notShown(yes(EX_DONE))))
                    .because("not examined yet")
                    .from(NG127_INV, NG42)
                    .seeds("000-20 003-19"),
            propose("T-MEDS", MEDICATION_REVIEW)
                    .when(any(TRIGGER_DRUG, yes(HX_NEWDRUG)))
                    .because("a medicine that can cause twitching or shift electrolytes; do not stop it without advice")
                    .from(NHS)
                    .seeds("002-16 002-17 002-18 003-12 003-28"),
            propose("T-REPORT", OBTAIN_REPORT)
                    .when(fired("M-21"))
                    .because("the study was abnormal, and what it showed is not known here")
                    .policy(),
            propose("T-FORM", COMPLETE_INTERVIEW)
                    .when(fired("M-0.missing"))
                    .because("core questions are not answered")
                    .seeds("003-18")
                    .policy());
}
