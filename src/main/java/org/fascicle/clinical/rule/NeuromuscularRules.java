package org.fascicle.clinical.rule;

import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Background.*;
import static org.fascicle.clinical.rule.Concern.*;
import static org.fascicle.clinical.rule.Course.*;
import static org.fascicle.clinical.rule.Criteria.*;
import static org.fascicle.clinical.rule.Findings.*;
import static org.fascicle.clinical.rule.Rule.neuromuscular;
import static org.fascicle.clinical.rule.Source.*;
import static org.fascicle.clinical.rule.Urgency.*;

import java.util.List;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.limit.Limit;

/**
 * C.4 category 1, for adults without a diagnosis of motor neuron disease: what makes a neuromuscular disease likely. All
 * that hold count and the worst wins. Nothing benign stands in this table, so nothing benign can lower it.
 */
final class NeuromuscularRules {
    private NeuromuscularRules() {}

    /** Weakness over years counts as progression too (C.8.26). */
    private static final Criterion PROGRESSING = any(PROG, all(WEAK_ANY, is(RF_WEAKNESS_COURSE, "over-years")));

    private static final Criterion MOTOR_COMPANY =
            any(WEAK_OBJ, all(WEAK_SUBJ, PROGRESSING), WASTE, FINE, FALLS, BULBAR, UMN_SURE);

    static final List<Rule> RULES = List.of(
            neuromuscular("M-1")
                    .when(all(WEAK_OBJ, WASTE))
                    .means(HIGH)
                    .within(URGENT)
                    .because("weakness together with muscle wasting")
                    .so("neurology within 2 weeks; the letter says possible MND or other neuromuscular disease")
                    .from(NG127_INV, NG42)
                    .seeds("000-18 000-21 001-21 002-22 003-36"),
            neuromuscular("M-2a")
                    .when(any(
                            is(EX_TONGUE, "abnormal"),
                            all(any(BULBAR, TONGUE), any(PROGRESSING, WEAK_OBJ, WASTE, UMN, RESP))))
                    .means(HIGH)
                    .within(URGENT)
                    .because("a tongue that twitches or is wasted on examination, or bulbar symptoms together with"
                            + " weakness, wasting, upper motor neuron signs, breathlessness or progression")
                    .so("neurology within 2 weeks; speech and language therapy if swallowing is impaired")
                    .from(NG127_SPEECH, NG42)
                    .seeds("002-23 002-24 003-22"),
            neuromuscular("M-2b")
                    .when(any(is(RF_SPEECH, "progressive"), SWALLOW))
                    .means(MODERATE)
                    .within(URGENT)
                    .because("a progressive change of speech, or any difficulty swallowing")
                    .so(
                            "examine speech, tongue and swallowing within 2 weeks; an ear, nose and throat referral alone is a"
                                    + " known cause of delay")
                    .from(NG127_SPEECH, NG42, REDFLAG)
                    .seeds("000-26 001-23 001-24 002-23 002-24"),
            neuromuscular("M-2b.tongue")
                    .when(is(SX_SITE, "tongue"))
                    .means(MODERATE)
                    .within(SOON)
                    .because("the patient reports twitching of the tongue")
                    .so("examine the tongue at rest within 4 weeks")
                    .from(NG42, REDFLAG),
            neuromuscular("M-3.rapid")
                    .when(all(WEAK_OBJ, PROG, notShown(is(RF_WEAKNESS_COURSE, "over-years"))))
                    .means(HIGH)
                    .within(URGENT)
                    .because("weakness that progresses")
                    .so("neurology within 2 weeks; call directly if there is breathlessness on exertion")
                    .from(NG127_WEAK, BMJ22, REDFLAG)
                    .seeds("000-18 001-20 002-21 004-17"),
            neuromuscular("M-3.slow")
                    .when(all(WEAK_ANY, is(RF_WEAKNESS_COURSE, "over-years")))
                    .means(MODERATE)
                    .within(SOON)
                    .because("weakness that has grown over years")
                    .so("examine within 4 weeks")
                    .from(REDFLAG, TT13)
                    .policy(),
            neuromuscular("M-4")
                    .when(any(
                            UMN_SURE, all(is(EX_REFLEX, "brisk"), MOTOR_COMPANY), all(is(EX_REFLEX, "reduced"), WASTE)))
                    .means(HIGH)
                    .within(URGENT)
                    .because("upper motor neuron signs with twitching, or changed reflexes with wasting; low magnesium,"
                            + " lithium and serotonin toxicity can do this too and come first")
                    .so("neurology within 2 weeks; consider MRI of the cervical spine")
                    .from(GCC, TT13),
            neuromuscular("M-5")
                    .when(all(is(RF_WEAKNESS_COURSE, "hours-days"), WEAK_ONE_SIDE))
                    .means(HIGH)
                    .within(URGENT)
                    .because("weakness on one side that came on within hours to days")
                    .so("urgent neurology, including imaging of the brain")
                    .from(NG127_WEAK),
            neuromuscular("M-6")
                    .when(is(RF_VISION, "double-or-droopy"))
                    .means(MODERATE)
                    .within(URGENT)
                    .because(
                            "double vision or a drooping lid: myasthenia or a disease of the brain, and not typical of MND")
                    .so("clinician or neurology review within 2 weeks")
                    .from(REDFLAG)
                    .seeds("002-31")
                    .generalKnowledge(),
            neuromuscular("M-7")
                    .when(any(all(WEAK_OBJ, notShown(WASTE), notShown(PROG)), any(FINE, FALLS)))
                    .means(MODERATE)
                    .within(SOON)
                    .because(
                            "weakness without wasting or progression, or trouble with fine movements, falls or a dragging"
                                    + " foot that an examination has not explained")
                    .so("examine within 4 weeks; nerve conduction studies and EMG if the examination confirms")
                    .from(REDFLAG)
                    .seeds("000-19 001-22 002-27"),
            neuromuscular("M-7.worse")
                    .when(all(any(FINE, FALLS), is(SX_COURSE, "worsening")))
                    .means(MODERATE)
                    .within(URGENT)
                    .because("trouble with fine movements, falls or a dragging foot, and getting worse")
                    .so("examine within 2 weeks")
                    .from(REDFLAG)
                    .seeds("002-21"),
            neuromuscular("M-7.felt")
                    .when(all(WEAK_SUBJ, notShown(EXAM_NORMAL), is(RF_WEAKNESS_COURSE, "within-4-weeks")))
                    .means(MODERATE)
                    .within(URGENT)
                    .because("a feeling of weakness that came on within 4 weeks and has not been examined")
                    .so("examine within 2 weeks")
                    .from(NG127_WEAK, FIL17)
                    .policy(),
            neuromuscular("M-7.felt-slowly")
                    .when(all(
                            WEAK_SUBJ,
                            notShown(EXAM_NORMAL),
                            any(is(RF_WEAKNESS_COURSE, "weeks-months"), GETTING_WORSE)))
                    .means(MODERATE)
                    .within(SOON)
                    .because("a feeling of weakness that progresses and has not been examined")
                    .so("examine within 4 weeks")
                    .from(NG127_WEAK, FIL17)
                    .policy(),
            neuromuscular("M-8")
                    .when(all(WASTE, notShown(WEAK_OBJ)))
                    .means(MODERATE)
                    .within(SOON)
                    .because("muscle wasting without weakness")
                    .so("examine within 4 weeks")
                    .from(NG127_INV)
                    .seeds("000-21 001-21"),
            neuromuscular("M-8.confirmed")
                    .when(any(is(EX_BULK, "reduced"), all(WASTE, any(FINE, FALLS, is(RF_WEAKNESS, "feels-weak")))))
                    .means(MODERATE)
                    .within(URGENT)
                    .because(
                            "wasting seen on examination, or wasting with clumsy hands, falls or a feeling of weakness")
                    .so("examine and refer within 2 weeks")
                    .from(NG127_INV)
                    .seeds("002-22"),
            neuromuscular("M-9")
                    .when(any(RIGID, CONTINUOUS))
                    .means(MODERATE)
                    .within(SOON)
                    .because("stiffness, or continuous worm-like movement (peripheral nerve hyperexcitability)")
                    .so(
                            "examine first where stiffness stands alone; otherwise neurology, with nerve conduction studies;"
                                    + " antibodies by the specialist")
                    .from(NG127_INV, MSD_ISA, PNH),
            neuromuscular("M-10")
                    .when(any(SENS_PERSIST, is(RF_PAIN, "significant")))
                    .means(MODERATE)
                    .within(SOON)
                    .because(
                            "persistent numbness or tingling, or significant pain: think of a peripheral nerve or root")
                    .so("examine within 4 weeks; neuropathy bloods")
                    .from(NG127_SENS, GPN_AET)
                    .seeds("000-24 000-25 002-28 002-29 003-5 003-37 004-18"),
            neuromuscular("M-11")
                    .when(any(
                            yes(RF_WEIGHTLOSS),
                            is(RF_VISION, "blurred", "loss"),
                            yes(RF_BALANCE),
                            yes(RF_COGNITIVE),
                            DISABLED,
                            RESP,
                            yes(RF_BLADDER),
                            is(RF_TONE, "floppy"),
                            EXAM_ABNORMAL,
                            ALARM))
                    .means(MODERATE)
                    .within(SOON)
                    .because("a warning sign that asks for a full assessment")
                    .so("a full history and examination within 4 weeks")
                    .policy()
                    .seeds("000-20 000-22 000-23 000-27 000-28 002-26 002-30 002-31 002-32 003-23 004-19"),
            neuromuscular("M-11.weak")
                    .when(any(
                            all(any(RESP, yes(RF_BALANCE), FALLS), WEAK_ANY),
                            all(yes(RF_BALANCE), is(SX_COURSE, "worsening"))))
                    .means(MODERATE)
                    .within(URGENT)
                    .because(
                            "breathlessness, unsteadiness or falls together with weakness, or unsteadiness that gets worse")
                    .so("a full history and examination within 2 weeks")
                    .from(NG127_WEAK)
                    .policy()
                    .seeds("000-27 002-26 002-27"),
            neuromuscular("M-12.lasting")
                    .when(all(yes(FH_MND), PERSISTENT))
                    .means(MODERATE)
                    .within(SOON)
                    .because("a family history of motor neuron or neuromuscular disease, and twitching that persists")
                    .so("neurology opinion within 4 weeks")
                    .from(REDFLAG),
            neuromuscular("M-12.recent")
                    .when(all(yes(FH_MND), notShown(PERSISTENT)))
                    .means(LOW)
                    .within(ROUTINE)
                    .because("a family history of motor neuron or neuromuscular disease, and twitching that is recent")
                    .so("examine; ask again if it lasts")
                    .from(REDFLAG)
                    .policy(),
            neuromuscular("M-18")
                    .when(NOT_TWITCHING)
                    .means(INDETERMINATE)
                    .within(SOON)
                    .because("jerks or tremor without twitching: not fasciculation, and these rules do not judge it")
                    .so("examine within 4 weeks")
                    .from(NG127_INV)
                    .seeds("004-13")
                    .policy(),
            neuromuscular("M-19")
                    .when(FACIAL)
                    .means(MODERATE)
                    .within(SOON)
                    .because("one-sided facial twitching, or constant movement of the face or eyelids")
                    .so("neurology within 4 weeks; MRI is the specialist's decision")
                    .from(NG127_INV)
                    .generalKnowledge(),
            neuromuscular("M-20")
                    .when(is(RF_WEAKNESS_COURSE, "attacks"))
                    .means(MODERATE)
                    .within(SOON)
                    .because("weakness that comes in attacks and recovers")
                    .so("examine within 4 weeks; potassium during an attack")
                    .generalKnowledge(),
            neuromuscular("M-21")
                    .when(all(charted(Past.EMG_ABNORMAL), notShown(charted(Past.EMG_DENERVATION))))
                    .means(MODERATE)
                    .within(URGENT)
                    .because("an EMG or nerve conduction study was abnormal; what it showed is not coded")
                    .so("obtain the report within 2 weeks")
                    .policy(),
            neuromuscular("M-22")
                    .when(charted(Past.EMG_DENERVATION))
                    .means(HIGH)
                    .within(URGENT)
                    .because("an EMG showed denervation or neurogenic change")
                    .so("neurology within 2 weeks, whatever the answers")
                    .from(GCC, AWAJI),
            neuromuscular("M-23")
                    .when(all(yes(HX_GYNAECOMASTIA), any(WEAK_ANY, WASTE, is(SX_SITE, "chin-lips"))))
                    .means(MODERATE)
                    .within(SOON)
                    .because("breast enlargement with weakness, wasting or twitching of chin or lips: think of Kennedy"
                            + " disease")
                    .so("neurology within 4 weeks; the letter names Kennedy disease")
                    .from(TT13),
            neuromuscular("M-24")
                    .when(all(above(Measure.CREATINE_KINASE, Limit.CK_WITH_WEAKNESS), WEAK_ANY))
                    .means(MODERATE)
                    .within(URGENT)
                    .because("creatine kinase above 1000 U/L with weakness")
                    .so("examine and refer within 2 weeks; think of a myositis")
                    .from(TT13, HOM)
                    .policy(),
            neuromuscular("M-24.raised")
                    .when(above(Measure.CREATINE_KINASE_MULTIPLE, Limit.CK_TIMES_UPPER))
                    .means(MODERATE)
                    .within(SOON)
                    .because("creatine kinase above five times the upper limit")
                    .so("repeat after 7 days without exercise; examine within 4 weeks")
                    .from(RI, TT13)
                    .policy(),
            neuromuscular("M-25")
                    .when(KNOWN_NEUROMUSCULAR)
                    .means(MODERATE)
                    .within(SOON)
                    .because("a neuromuscular disease or multiple sclerosis is already diagnosed")
                    .so("contact the treating neurology team; a new or different pattern is theirs to judge")
                    .policy()
                    .seeds("003-23 003-39 004-9 004-10"),
            neuromuscular("M-25.neuropathy")
                    .when(all(KNOWN_NEUROPATHY, any(AMBER, RED_FLAG)))
                    .means(MODERATE)
                    .within(SOON)
                    .because("a neuropathy is already known, and the twitching gives reason to look again")
                    .so("contact the treating neurology team")
                    .policy()
                    .seeds("003-5 003-39"));
}
