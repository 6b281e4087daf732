package org.fascicle.clinical.rule;

import static org.fascicle.clinical.rule.Concern.*;
import static org.fascicle.clinical.rule.Course.AMBER;
import static org.fascicle.clinical.rule.Criteria.*;
import static org.fascicle.clinical.rule.Findings.PERIORAL;
import static org.fascicle.clinical.rule.Findings.RED_FLAG;
import static org.fascicle.clinical.rule.Metabolism.*;
import static org.fascicle.clinical.rule.Rule.metabolic;
import static org.fascicle.clinical.rule.Source.*;
import static org.fascicle.clinical.rule.Urgency.*;

import java.util.List;

/** C.4 category 2, in the order of C.8.17: the first that holds counts. */
final class MetabolicRules {
    private MetabolicRules() {}

    static final List<Rule> RULES = List.of(
            metabolic("X-1")
                    .when(CRIT)
                    .means(HIGH)
                    .within(EMERGENCY)
                    .because("a critical laboratory value")
                    .from(SFE_CA, K_PC, UKKA_K, CKS_NA)
                    .policy(),
            metabolic("X-2")
                    .when(LAB_SAME_DAY)
                    .means(HIGH)
                    .within(SAME_DAY)
                    .because(
                            "a result at the same-day alert limit, or one the laboratory flagged critical whose number could"
                                    + " not be read")
                    .so("repeat and treat today")
                    .from(K_PC, UKKA_K, CKS_NA, SWLP)
                    .policy(),
            metabolic("X-3")
                    .when(LAB_ABNORMAL)
                    .means(HIGH)
                    .within(SOON)
                    .because(
                            "an electrolyte, glucose or thyroid result is outside its reference interval; that it causes the"
                                    + " twitching is not proven")
                    .so("repeat and treat within 2 weeks")
                    .from(RI, GPN_AET)
                    .seeds("000-7 000-8 000-9 000-10 001-10 001-11 003-4 003-9"),
            metabolic("X-8")
                    .when(BASE_LABS_NORMAL)
                    .means(LOW)
                    .within(SELF_CARE)
                    .because("recent base results are normal")
                    .from(MRI_LEEDS)
                    .policy(),
            metabolic("X-4")
                    .when(any(PERIORAL, SEVERAL_RISKS))
                    .means(MODERATE)
                    .within(URGENT)
                    .because(
                            "tingling around mouth and fingertips, or two or more risks for an electrolyte disturbance")
                    .so("base bloods within a week")
                    .from(SFE_CA, BNSSG_MG)
                    .policy(),
            metabolic("X-5")
                    .when(METRISK)
                    .means(MODERATE)
                    .within(SOON)
                    .because("one risk for an electrolyte disturbance")
                    .so("base bloods within 2 weeks")
                    .from(DORSET_MG, EMC_SALB, CKS_NA, K_PC)
                    .seeds("001-12 002-12 002-17 002-18 003-8 003-10 003-12")
                    .policy(),
            metabolic("X-0")
                    .when(unknown(METRISK))
                    .means(INDETERMINATE)
                    .within(SELF_CARE)
                    .because("risks for an electrolyte disturbance are not all known, and there are no recent results")
                    .so("ask about medicines, fluids, diet and kidneys, or read the chart")
                    .policy(),
            metabolic("X-6")
                    .when(any(AMBER, RED_FLAG))
                    .means(LOW)
                    .within(ROUTINE)
                    .because("no risk for an electrolyte disturbance, but the twitching is worth base bloods")
                    .from(NHS)
                    .seeds("003-20")
                    .policy(),
            metabolic("X-7")
                    .when(all())
                    .means(LOW)
                    .within(SELF_CARE)
                    .because("no risk for an electrolyte disturbance and no reason for bloods")
                    .policy());
}
