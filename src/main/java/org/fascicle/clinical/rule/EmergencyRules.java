package org.fascicle.clinical.rule;

import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Background.*;
import static org.fascicle.clinical.rule.Criteria.*;
import static org.fascicle.clinical.rule.Findings.*;
import static org.fascicle.clinical.rule.Metabolism.*;
import static org.fascicle.clinical.rule.Rule.metabolic;
import static org.fascicle.clinical.rule.Rule.neuromuscular;
import static org.fascicle.clinical.rule.Source.*;
import static org.fascicle.clinical.rule.Urgency.EMERGENCY;

import java.util.List;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.limit.Limit;

/** C.3: what cannot wait. Read first, for everyone; nothing that follows can soften it. */
final class EmergencyRules {
    private EmergencyRules() {}

    private static final Criterion PRE_ECLAMPSIA_SIGN = any(
            yes(RF_HEADACHE),
            is(RF_VISION, "blurred", "double-or-droopy", "loss"),
            is(EX_REFLEX, "brisk"),
            atLeast(Measure.SYSTOLIC, Limit.SYSTOLIC),
            atLeast(Measure.DIASTOLIC, Limit.DIASTOLIC));

    static final List<Rule> RULES = List.of(
            neuromuscular("E-1")
                    .when(is(RF_BREATH, "at-rest", "lying-flat"))
                    .within(EMERGENCY)
                    .because("breathlessness at rest or lying flat may be failing breathing muscles")
                    .so(
                            "assess as an emergency today: bulbar and respiratory function, oxygen saturation, vital capacity")
                    .from(NG127_WEAK, NG127_SPEECH)
                    .seeds("000-27 002-25"),
            neuromuscular("E-2")
                    .when(any(is(RF_SWALLOW, "cannot-manage"), all(SWALLOW, is(RF_TETANY, "throat-spasm"))))
                    .within(EMERGENCY)
                    .because("saliva or liquids cannot be managed, or choking with throat spasm: danger of aspiration")
                    .so("protect the airway, nil by mouth, assess as an emergency")
                    .seeds("000-26 002-23")
                    .generalKnowledge(),
            neuromuscular("E-3")
                    .when(any(
                            all(WEAK_ANY, is(RF_WEAKNESS_COURSE, "hours-days"), notShown(WEAK_ONE_SIDE)),
                            all(WEAK_OBJ, is(RF_WEAKNESS_COURSE, "within-4-weeks"), notShown(WEAK_ONE_SIDE))))
                    .within(EMERGENCY)
                    .because("weakness of both sides, or of a side not told, that grew within 4 weeks"
                            + " (Guillain-Barré syndrome and its like)")
                    .so("immediate neurology or emergency department; check reflexes, swallowing and vital capacity")
                    .from(NG127_WEAK),
            neuromuscular("E-4")
                    .when(any(is(RF_WEAKNESS_COURSE, "sudden"), is(RF_SPEECH, "sudden")))
                    .within(EMERGENCY)
                    .because("sudden weakness or loss of speech may be a stroke")
                    .so("stroke pathway")
                    .from(NG127_WEAK, NG127_SPEECH)
                    .seeds("002-24"),
            neuromuscular("E-5")
                    .when(all(
                            is(RF_SENSORY_COURSE, "hours-days"),
                            notShown(is(RF_SENSORY_SIDES, "one-side")),
                            any(WEAK_ANY, yes(RF_BALANCE), is(EX_GAIT, "abnormal"))))
                    .within(EMERGENCY)
                    .because("numbness with weakness or unsteadiness that came on within hours to days")
                    .so("immediate neurology or emergency department")
                    .from(NG127_SENS)
                    .seeds("000-24 000-25"),
            neuromuscular("E-6")
                    .when(all(
                            yes(RF_BLADDER),
                            any(is(RF_PAIN, "significant"), yes(RF_PAIN_RADIATING), WEAK_ANY, yes(RF_FOOTDROP))))
                    .within(EMERGENCY)
                    .because("new bladder, bowel or saddle symptoms with back pain or weakness may be cauda equina"
                            + " compression")
                    .so("cauda equina pathway: emergency imaging of the spine")
                    .from(NG127_WEAK),
            metabolic("E-7")
                    .when(CRIT)
                    .within(EMERGENCY)
                    .because("a critical laboratory value")
                    .so(
                            "treat as an emergency; ECG for potassium, calcium or magnesium; repeat a haemolysed sample but do"
                                    + " not wait for it")
                    .from(SFE_CA, K_PC, UKKA_K, CKS_NA, SWLP, HOM, CLR)
                    .policy(),
            metabolic("E-8")
                    .when(is(
                            RF_TETANY, "hand-foot-spasm", "throat-spasm", "seizure", "confusion", "palpitations-faint"))
                    .within(EMERGENCY)
                    .because(
                            "locking spasm, throat spasm, fit, confusion or faint may be a dangerous electrolyte disturbance")
                    .so("emergency calcium, magnesium, potassium, sodium and glucose, and an ECG; normal results do not"
                            + " close it")
                    .from(SFE_CA, BNSSG_MG),
            metabolic("E-9")
                    .when(yes(RF_TOXIC))
                    .within(EMERGENCY)
                    .because("contact with a pesticide or nerve agent, or a cholinergic picture")
                    .so("do not wait for tests; decontaminate and treat")
                    .from(GPN_AET)
                    .generalKnowledge(),
            metabolic("E-9.medicine")
                    .when(all(ANTICHOLINESTERASE, any(WEAK_ANY, SWALLOW)))
                    .within(EMERGENCY)
                    .because("weakness or trouble swallowing on an anticholinesterase may be a cholinergic crisis")
                    .so("assess as an emergency; do not raise the dose")
                    .from(EMC_PYR),
            metabolic("E-10")
                    .when(all(SEROTONERGIC, yes(RF_FEVER_AGIT)))
                    .within(EMERGENCY)
                    .because("fever, agitation or shaking after a medicine change, on a serotonergic medicine")
                    .so("assess for serotonin toxicity as an emergency")
                    .generalKnowledge(),
            metabolic("E-10.lithium")
                    .when(any(
                            lab(Analyte.LITHIUM, Band.EMERGENCY),
                            all(LITHIUM, yes(MET_GI), any(yes(RF_TREMOR), is(SX_TYPE, "tremor")))))
                    .within(EMERGENCY)
                    .because(
                            "a lithium level of 1.5 mmol/L or more, or vomiting or diarrhoea with coarse tremor on lithium")
                    .so("stop lithium with advice, treat as lithium toxicity")
                    .from(SWLP, HEFT, GPN_AET)
                    .generalKnowledge(),
            metabolic("E-11")
                    .when(any(yes(RF_URINE), lab(Analyte.CREATINE_KINASE, Band.EMERGENCY)))
                    .within(EMERGENCY)
                    .because("dark urine with muscle pain, or a creatine kinase of 5000 U/L or more: muscle breakdown")
                    .so("emergency creatine kinase, creatinine and potassium; fluids")
                    .from(SWLP)
                    .generalKnowledge(),
            metabolic("E-12")
                    .when(all(
                            PREGNANT,
                            notRuledOut(atLeast(Measure.PREGNANCY_WEEKS, Limit.PREGNANCY_PRE_ECLAMPSIA)),
                            PRE_ECLAMPSIA_SIGN))
                    .within(EMERGENCY)
                    .because("headache, visual symptoms, brisk reflexes or high blood pressure in the second half of"
                            + " pregnancy, or with the week not told, may be pre-eclampsia")
                    .so("obstetric emergency; low magnesium, lithium and serotonin toxicity also make reflexes brisk")
                    .generalKnowledge(),
            neuromuscular("E-13")
                    .when(all(CHILD, any(TONGUE, is(RF_TONE, "floppy"), is(EX_TONE, "flaccid"))))
                    .within(EMERGENCY)
                    .because("a twitching tongue or floppiness in a child under 16 may be spinal muscular atrophy")
                    .so("immediate paediatric assessment")
                    .from(RACGP_SMA),
            neuromuscular("E-13.function")
                    .when(all(CHILD, any(WEAK_ANY, RESP, SWALLOW)))
                    .within(EMERGENCY)
                    .because("weakness, or trouble breathing or feeding, in a child under 16")
                    .so("immediate paediatric assessment")
                    .from(RACGP_SMA)
                    .policy());
}
