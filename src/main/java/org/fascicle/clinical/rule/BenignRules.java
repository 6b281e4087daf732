package org.fascicle.clinical.rule;

import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Background.*;
import static org.fascicle.clinical.rule.Concern.*;
import static org.fascicle.clinical.rule.Course.LONG_STANDING;
import static org.fascicle.clinical.rule.Criteria.*;
import static org.fascicle.clinical.rule.Findings.EXAM_NORMAL;
import static org.fascicle.clinical.rule.Findings.RED_FLAG;
import static org.fascicle.clinical.rule.Metabolism.*;
import static org.fascicle.clinical.rule.Outcome.METABOLIC;
import static org.fascicle.clinical.rule.Outcome.NEUROMUSCULAR;
import static org.fascicle.clinical.rule.Rule.benign;
import static org.fascicle.clinical.rule.Source.*;
import static org.fascicle.clinical.rule.Triggers.TRIGGER;

import java.util.List;
import java.util.stream.Stream;
import org.fascicle.clinical.lab.Analyte;
import org.fascicle.clinical.lab.Band;

/**
 * C.4 category 3: read last, and only describes what remains. It adds no urgency and lowers nothing.
 *
 * <p>The first that holds counts; C.8.4 says when a benign cause may be called likely.
 */
final class BenignRules {
    private BenignRules() {}

    private static final Criterion NEARBY_INJURY = any(yes(HX_NERVEINJURY_SAME), yes(HX_INJURY));

    private static final Criterion NOT_ESTABLISHED_IF = any(
            RED_FLAG,
            concern(NEUROMUSCULAR, INDETERMINATE, MODERATE, HIGH),
            concern(METABOLIC, MODERATE, HIGH),
            asUrgentAs(Urgency.SAME_DAY),
            KNOWN_MND,
            CHILD);

    /** A red flag the patient could not deny is not settled. */
    private static final Criterion DOUBTED_FLAG = any(Stream.of(
                    RF_FALLS,
                    RF_FOOTDROP,
                    RF_BALANCE,
                    RF_WEIGHTLOSS,
                    RF_BLADDER,
                    RF_COGNITIVE,
                    RF_TOXIC,
                    RF_FEVER_AGIT,
                    RF_SLEEPLESS,
                    RF_URINE)
            .map(flag -> is(flag, "unsure"))
            .toList());

    /** Of any analyte, also one that alone asks for nothing. */
    private static final Criterion ABNORMAL_RESULT = any(Stream.of(Analyte.values())
            .map(analyte -> lab(analyte, Band.ABNORMAL))
            .toList());

    /** Nothing left to settle: low everywhere, no risk, and examined or not in need of it. */
    private static final Criterion SETTLED = all(
            concern(NEUROMUSCULAR, LOW),
            concern(METABOLIC, LOW),
            not(METRISK),
            notShown(fired("S-2")),
            notShown(DOUBTED_FLAG),
            notShown(ABNORMAL_RESULT),
            any(EXAM_NORMAL, not(asUrgentAs(Urgency.ROUTINE))));

    static final List<Rule> RULES = List.of(
            benign("B-0")
                    .when(NOT_ESTABLISHED_IF)
                    .means(NOT_ESTABLISHED)
                    .because("a warning sign, a disease that is not excluded, or missing answers: a benign cause is not"
                            + " established, whatever triggers there are")
                    .seeds("000-28 001-25")
                    .policy(),
            benign("B-4")
                    .when(NEARBY_INJURY)
                    .means(POSSIBLE)
                    .because("an injury or strain in the same area, recovering; review if weakness appears")
                    .seeds("002-5 002-7 002-8"),
            benign("B-1")
                    .when(all(TRIGGER, SETTLED))
                    .means(LIKELY)
                    .because("a usual trigger, and nothing else found")
                    .from(NHS, EFSA, AASM, BLEX93)
                    .seeds(
                            "000-3 000-6 000-11 000-12 000-13 001-7 001-13 001-14 001-15 001-16 002-9 002-10 002-11 002-14"
                                    + " 002-15 003-1 003-6 003-7 003-11 004-4 004-5 004-11 004-15"),
            benign("B-2")
                    .when(all(notShown(TRIGGER), SETTLED, EXAM_NORMAL, BASE_LABS_NORMAL, LONG_STANDING))
                    .means(LIKELY)
                    .because(
                            "long-standing twitching with a normal examination and normal results: the pattern of benign"
                                    + " fasciculation syndrome, for the clinician to confirm")
                    .from(BLEX93, FIL18, MATT24)
                    .seeds("002-19"),
            benign("B-3")
                    .when(all())
                    .means(POSSIBLE)
                    .because("nothing points elsewhere, but not everything has been settled")
                    .seeds("000-15 001-9 004-2")
                    .policy());
}
