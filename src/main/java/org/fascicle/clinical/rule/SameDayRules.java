package org.fascicle.clinical.rule;

import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Background.*;
import static org.fascicle.clinical.rule.Criteria.*;
import static org.fascicle.clinical.rule.Findings.*;
import static org.fascicle.clinical.rule.Metabolism.*;
import static org.fascicle.clinical.rule.Rule.metabolic;
import static org.fascicle.clinical.rule.Rule.neuromuscular;
import static org.fascicle.clinical.rule.Source.*;
import static org.fascicle.clinical.rule.Urgency.SAME_DAY;

import java.util.List;

/** C.8: what must be seen today though it is not yet an emergency. Read for everyone. */
final class SameDayRules {
    private SameDayRules() {}

    static final List<Rule> RULES = List.of(
            metabolic("S-3")
                    .when(is(EX_TETANY, "positive"))
                    .means(Concern.MODERATE)
                    .within(SAME_DAY)
                    .because("a positive Chvostek or Trousseau sign: nerves made irritable by low calcium or magnesium")
                    .so("calcium, magnesium, potassium and an ECG today")
                    .from(SFE_CA),
            metabolic("S-4")
                    .when(all(
                            LITHIUM,
                            any(
                                    yes(RF_TREMOR),
                                    is(SX_TYPE, "tremor", "jerk"),
                                    yes(RF_BALANCE),
                                    is(RF_SPEECH, "progressive", "sudden"),
                                    is(RF_TETANY, "confusion"),
                                    yes(RF_SLEEPLESS),
                                    yes(MET_GI))))
                    .means(Concern.MODERATE)
                    .within(SAME_DAY)
                    .because("new tremor, jerks, unsteadiness, slurring, confusion, vomiting or diarrhoea on lithium,"
                            + " whatever the last level was")
                    .so("lithium level and a clinician today")
                    .from(GPN_AET)
                    .generalKnowledge(),
            metabolic("S-5")
                    .when(all(yes(RF_FEVER_AGIT), notShown(SEROTONERGIC)))
                    .within(SAME_DAY)
                    .because(
                            "fever, agitation or shaking after a medicine change, with no serotonergic medicine on record")
                    .so("see the same day; ask which medicine was changed")
                    .generalKnowledge(),
            metabolic("S-6")
                    .when(all(WITHDRAWAL, any(yes(RF_TREMOR), is(SX_TYPE, "tremor"))))
                    .means(Concern.MODERATE)
                    .within(SAME_DAY)
                    .because("tremor after alcohol was stopped suddenly: withdrawal, never a benign trigger")
                    .so("assess alcohol withdrawal today; magnesium, potassium and glucose")
                    .generalKnowledge(),
            neuromuscular("S-7")
                    .when(is(RF_VISION, "loss"))
                    .within(SAME_DAY)
                    .because("loss of vision")
                    .so("same-day eye or neurology assessment")
                    .seeds("002-31")
                    .generalKnowledge(),
            neuromuscular("M-9.brain")
                    .when(all(any(CONTINUOUS, RIGID), any(yes(RF_SLEEPLESS), is(RF_TETANY, "confusion"))))
                    .within(SAME_DAY)
                    .because("continuous movement or stiffness with sleeplessness, hallucinations or confusion may be"
                            + " autoimmune encephalitis")
                    .so("discuss with neurology today")
                    .from(MSD_ISA, PNH)
                    .generalKnowledge());
}
