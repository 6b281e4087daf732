package org.fascicle.clinical.advice;

import static org.fascicle.clinical.advice.Advice.advise;
import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Background.*;
import static org.fascicle.clinical.rule.Concern.*;
import static org.fascicle.clinical.rule.Course.PERSISTENT;
import static org.fascicle.clinical.rule.Criteria.*;
import static org.fascicle.clinical.rule.Metabolism.*;
import static org.fascicle.clinical.rule.Source.*;
import static org.fascicle.clinical.rule.Triggers.*;
import static org.fascicle.clinical.rule.Urgency.*;

import java.util.List;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.finding.Presence;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Band;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.risk.Assessment;
import org.fascicle.clinical.rule.Criterion;
import org.fascicle.clinical.rule.Outcome;

/**
 * The advice texts (seed ADV rows), with the safety filters of C.5.
 *
 * <p>In an emergency only the call for help is given. Words of reassurance need a benign cause that is likely. Food and
 * supplement advice is withheld when the chart gives reason against it, and when no chart was read it names that reason.
 */
public final class AdviceTexts {
    private AdviceTexts() {}

    private static final Criterion NO_EMERGENCY = notShown(asUrgentAs(EMERGENCY));

    /** No self-care text in an emergency, nor for a child (C.6). */
    private static final Criterion SELF_HELP = all(NO_EMERGENCY, notShown(CHILD));

    private static final Criterion LIKELY_BENIGN = concern(Outcome.BENIGN, LIKELY);
    private static final Criterion BENIGN_NOT_EXCLUDED = concern(Outcome.BENIGN, POSSIBLE, LIKELY);

    /** General knowledge (C.5): kidney disease, a high-normal potassium, or a medicine that raises it. */
    private static final Criterion POTASSIUM_UNSAFE = any(
            KIDNEY,
            charted(Problem.ADVANCED_KIDNEY_DISEASE, Problem.KIDNEY_FAILURE),
            atLeast(Measure.POTASSIUM, Limit.POTASSIUM_NO_FOOD_ADVICE),
            lab(Analyte.POTASSIUM, Band.SAME_DAY),
            charted(DrugClass.POTASSIUM_SPARING, DrugClass.ACE_INHIBITOR_OR_ARB));

    private static final Criterion CALCIUM_UNSAFE = any(POTASSIUM_UNSAFE, CALCIUM_ABNORMAL);

    private static final Criterion MAGNESIUM_UNSAFE = any(
            below(Measure.EGFR, Limit.EGFR_NO_MAGNESIUM),
            lab(Analyte.MAGNESIUM, Band.SAME_DAY),
            KIDNEY,
            charted(Problem.KIDNEY_FAILURE));

    private static final Criterion EATING_DISORDER = charted(Problem.EATING_DISORDER);

    public static final List<Advice> ALL = List.of(
            advise("ADV-EMERGENCY", "Get medical help now. Do not wait for an appointment and do not drive yourself.")
                    .when(asUrgentAs(EMERGENCY))
                    .seeds("000-26 000-27 002-23 002-24 002-25")
                    .policy(),
            advise(
                            "ADV-COMMON",
                            "Small muscle twitches are common; most people have them at some time, and most are harmless and"
                                    + " short-lived.")
                    .when(all(SELF_HELP, LIKELY_BENIGN))
                    .seeds("000-1 000-15 001-9 001-18 001-19 003-30 004-2"),
            advise(
                            "ADV-MAY-LAST",
                            "They often improve. They may come and go for months or longer, and still be benign.")
                    .when(all(SELF_HELP, LIKELY_BENIGN))
                    .from(FIL18, MATT24)
                    .seeds("003-38"),
            advise(
                            "ADV-NERVE",
                            "The twitch comes from the nerve of a muscle, not from the muscle growing. After hard training it"
                                    + " is a passing effect of effort, not a sign of growth or healing.")
                    .when(all(SELF_HELP, BENIGN_NOT_EXCLUDED, EXERTION))
                    .seeds("000-2 000-3 000-14 001-8 002-6"),
            advise(
                            "ADV-REPAIR",
                            "After an injury or strain, twitching nearby can come with recovery. Tell us if strength is lost.")
                    .when(all(SELF_HELP, BENIGN_NOT_EXCLUDED, any(yes(HX_NERVEINJURY), yes(HX_INJURY))))
                    .seeds("002-7 002-8"),
            advise(
                            "ADV-CAFFEINE",
                            "Cut down on coffee, tea, cola and energy drinks, step by step. Even small amounts make some"
                                    + " people twitch.")
                    .when(all(SELF_HELP, positive(Measure.CAFFEINE), notShown(PREGNANT)))
                    .from(EFSA)
                    .seeds("000-11 003-24 004-7 004-8"),
            advise("ADV-CAFFEINE-PREGNANT", "In pregnancy keep caffeine below 200 mg a day, about two cups of coffee.")
                    .when(all(SELF_HELP, PREGNANT))
                    .from(EFSA)
                    .seeds("003-24 004-8"),
            advise(
                            "ADV-STIMULANT",
                            "Nicotine, energy drinks, decongestants and recreational drugs can cause twitching.")
                    .when(all(SELF_HELP, STIMULANT))
                    .seeds("001-13 002-15"),
            advise("ADV-SLEEP", "Aim for at least seven hours of sleep, at regular times.")
                    .when(all(SELF_HELP, SHORT_SLEEP))
                    .from(AASM)
                    .seeds("001-16 002-11"),
            advise(
                            "ADV-STRESS",
                            "Slow breathing, relaxation, yoga or meditation can ease stress and the twitching with it.")
                    .when(all(SELF_HELP, STRAIN))
                    .seeds("003-25 003-34 004-23"),
            advise(
                            "ADV-EXERCISE",
                            "Stay active, but rest a strained muscle and build up slowly. Stretch before and after exercise.")
                    .when(all(SELF_HELP, EXERTION))
                    .seeds("003-33 003-35 004-6 004-24 004-25"),
            advise("ADV-WATER", "Drink enough water through the day, and more in heat or with exercise.")
                    .when(all(SELF_HELP, notShown(charted(Problem.KIDNEY_FAILURE))))
                    .seeds("003-26 003-31 004-21"),
            advise(
                            "ADV-DIET",
                            "A balanced diet supports nerve and muscle: vegetables, nuts, whole grains, fish or eggs.")
                    .when(all(SELF_HELP, notShown(EATING_DISORDER), notShown(POTASSIUM_UNSAFE)))
                    .seeds("003-27 003-32"),
            advise(
                            "ADV-POTASSIUM-FOOD",
                            "Foods rich in potassium, such as bananas, oranges and sweet potato, and in salts and calcium,"
                                    + " such as dairy, can help after heavy sweating. Not with kidney disease or medicines that"
                                    + " raise potassium.")
                    .when(all(
                            SELF_HELP,
                            DRY,
                            notShown(POTASSIUM_UNSAFE),
                            notShown(CALCIUM_UNSAFE),
                            notShown(EATING_DISORDER)))
                    .seeds("003-13 003-14 003-15 004-22")
                    .generalKnowledge(),
            advise(
                            "ADV-MAGNESIUM-FOOD",
                            "Nuts and leafy greens give magnesium. Do not take supplements without advice.")
                    .when(all(SELF_HELP, DRY, notShown(MAGNESIUM_UNSAFE), notShown(EATING_DISORDER)))
                    .seeds("003-16")
                    .generalKnowledge(),
            advise("ADV-RENAL", "Ask your kidney team before you change what you eat, drink or take.")
                    .when(all(NO_EMERGENCY, KIDNEY))
                    .from(HOM)
                    .policy(),
            advise(
                            "ADV-ALCOHOL",
                            "Keep alcohol within 14 units a week. Do not stop suddenly if you drink a lot: ask for help.")
                    .when(all(SELF_HELP, any(ALCOHOL, positive(Measure.ALCOHOL))))
                    .generalKnowledge(),
            advise(
                            "ADV-MEDICINE",
                            "Do not stop or change a prescribed medicine without advice, even if it may be the cause.")
                    .from(NHS)
                    .when(any(yes(HX_NEWDRUG), TRIGGER_DRUG))
                    .seeds("003-12 003-28"),
            advise("ADV-WORRY", "If worry about a nerve disease fills your day, say so: talking treatment helps.")
                    .when(all(SELF_HELP, atLeast(Measure.CONCERN, Limit.CONCERN)))
                    .from(BLACK19),
            advise("ADV-PHYSIO", "If tired muscles are the trouble, a physiotherapist can help with exercises.")
                    .when(all(SELF_HELP, EXERTION, PERSISTENT))
                    .seeds("003-29 004-26"),
            advise(
                            "ADV-CHILD",
                            "Watch for weakness, falls, or trouble speaking, swallowing or breathing, and come back at once if"
                                    + " you see any.")
                    .when(all(NO_EMERGENCY, CHILD))
                    .from(NG127_CHILD)
                    .policy(),
            advise(
                            "ADV-REVIEW",
                            "If your tests and EMG were normal you should still be seen again at 6 and at 12 months.")
                    .when(all(NO_EMERGENCY, fired("M-17")))
                    .from(TT13, FIL18),
            advise("ADV-TWO-WEEKS", "Come back if the twitching lasts more than 2 weeks or spreads.")
                    .when(all(NO_EMERGENCY, fired("M-16")))
                    .from(NHS)
                    .seeds("004-12"),
            advise(
                            "ADV-EYELID",
                            "Come back if the eyelid twitches for more than 3 months or your eyes are forced shut.")
                    .when(all(NO_EMERGENCY, fired("M-15"), notShown(fired("M-15.lasting"))))
                    .from(NG127_INV),
            advise(
                            "ADV-SAFETY-NET",
                            "Come back at once if you notice weakness, thinning muscles, trouble swallowing, speaking or"
                                    + " breathing, falls, or new numbness.")
                    .when(all())
                    .from(NHS, SINGH11)
                    .seeds("001-20 001-25 003-36 004-17 004-18 004-19"));

    /** The advice for this judgement, in the order to hand it out. */
    public static List<Advice> forThe(Assessment assessment) {
        return ALL.stream()
                .filter(advice -> advice.when().in(assessment.facts()) == Presence.PRESENT)
                .toList();
    }
}
