package org.fascicle.clinical.rule;

import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Background.*;
import static org.fascicle.clinical.rule.Concern.*;
import static org.fascicle.clinical.rule.Course.*;
import static org.fascicle.clinical.rule.Criteria.*;
import static org.fascicle.clinical.rule.Findings.*;
import static org.fascicle.clinical.rule.Metabolism.BASE_LABS_NORMAL;
import static org.fascicle.clinical.rule.Rule.neuromuscular;
import static org.fascicle.clinical.rule.Source.*;
import static org.fascicle.clinical.rule.Urgency.*;

import java.util.List;

/**
 * C.4 category 1, the low tier: read only when no rule above low holds, and only the first that holds counts.
 *
 * <p>Self-care is never given to a child, nor to someone whose age is not known.
 */
final class LowTierRules {
    private LowTierRules() {}

    /** Every core question answered, and nothing in the answers that asks for an examination. */
    private static final Criterion QUIET = all(not(fired("M-0")), notShown(RED_FLAG), notShown(AMBER));

    private static final Criterion ALL_TESTS_NORMAL = all(
            not(fired("M-0")),
            EXAM_NORMAL,
            BASE_LABS_NORMAL,
            EMG_NORMAL,
            notShown(RED_FLAG),
            notShown(GETTING_WORSE),
            notShown(is(RF_WEAKNESS_COURSE, "within-4-weeks", "weeks-months")));

    private static final Criterion EYELID_SETTLING = all(EYELID_RECENT, QUIET);

    private static final Criterion SHORT_AND_FOCAL = all(RECENT, FOCAL, QUIET);

    static final List<Rule> RULES = List.of(
            neuromuscular("S-2")
                    .when(any(
                            all(yes(RF_WASTING), is(EX_BULK, "normal")),
                            all(any(yes(RF_FINEMOTOR), yes(RF_FALLS), yes(RF_FOOTDROP)), EXAM_NORMAL)))
                    .means(LOW)
                    .within(ROUTINE)
                    .because(
                            "the patient reports wasting, clumsy hands or falls, and the examination is normal: both are"
                                    + " recorded")
                    .so("examine again in 4 to 8 weeks")
                    .policy(),
            neuromuscular("M-17")
                    .when(all(ALL_TESTS_NORMAL, ADULT))
                    .means(LOW)
                    .within(SELF_CARE)
                    .because(
                            "examination, base results and EMG since the onset are normal, and nothing is new; this does"
                                    + " not close the door")
                    .so("review at 6 and 12 months, at once if weakness appears")
                    .from(TT13, FIL18, SINGH11),
            neuromuscular("M-15")
                    .when(all(EYELID_SETTLING, ADULT))
                    .means(LOW)
                    .within(SELF_CARE)
                    .because("an isolated eyelid twitch for 3 months or less, without forced closure")
                    .from(NG127_INV, EYELID),
            neuromuscular("M-15.no-age")
                    .when(EYELID_SETTLING)
                    .means(LOW)
                    .within(ROUTINE)
                    .because(
                            "an isolated eyelid twitch for 3 months or less; the age is not known, so an examination comes"
                                    + " first")
                    .policy(),
            neuromuscular("M-15.lasting")
                    .when(all(EYELID_ONLY, any(yes(SX_EYELID_CLOSURE), LONG_STANDING)))
                    .means(LOW)
                    .within(ROUTINE)
                    .because("an eyelid twitch with forced closure, or for more than 3 months")
                    .so("routine neurology referral")
                    .from(NG127_INV),
            neuromuscular("M-15.unsure")
                    .when(all(EYELID_ONLY, is(SX_EYELID_CLOSURE, "unsure")))
                    .means(LOW)
                    .within(ROUTINE)
                    .because("an eyelid twitch, and it is not clear whether the eyes are forced shut")
                    .so("look for forced closure of both eyes")
                    .from(NG127_INV)
                    .policy(),
            neuromuscular("M-16")
                    .when(all(SHORT_AND_FOCAL, ADULT))
                    .means(LOW)
                    .within(SELF_CARE)
                    .because(
                            "twitching in one place for 2 weeks or less, with no warning sign and no reason to examine")
                    .so("review if it lasts more than 2 weeks")
                    .from(NHS, NG127_INV)
                    .seeds("001-18 001-19"),
            neuromuscular("M-16.no-age")
                    .when(SHORT_AND_FOCAL)
                    .means(LOW)
                    .within(ROUTINE)
                    .because(
                            "twitching in one place for 2 weeks or less with no warning sign; the age is not known, so an"
                                    + " examination comes first")
                    .policy(),
            neuromuscular("M-13")
                    .when(all(AMBER, not(fired("M-0")), notRuledOut(OLDER)))
                    .means(LOW)
                    .within(ROUTINE)
                    .because(
                            "twitching that lasts, spreads or is otherwise worth an examination, at 40 or over or at an age"
                                    + " not known")
                    .so(
                            "examination and base bloods; recheck at 3 and 6 months; EMG only if the clinician finds reason")
                    .from(TT13, SINGH11, NHS)
                    .seeds("000-16 000-17 002-20 003-17 003-36 004-12 004-20"),
            neuromuscular("M-14")
                    .when(all(AMBER, not(fired("M-0"))))
                    .means(LOW)
                    .within(ROUTINE)
                    .because("twitching that lasts, spreads or is otherwise worth an examination, under 40")
                    .so("examination and base bloods; if both are normal, reassure without EMG")
                    .from(TT13, NHS)
                    .seeds("000-16 000-17 001-17 002-20 003-17 004-12 004-20"));
}
