package org.fascicle.clinical.rule;

import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Background.PREGNANT;
import static org.fascicle.clinical.rule.Criteria.*;

import org.fascicle.clinical.Measure;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.rule.Criterion.Named;

/** The named findings about what commonly makes healthy muscle twitch. None of them lowers anything. */
public final class Triggers {
    private Triggers() {}

    /** No temporal link is asked, so only an amount above the limit counts; any amount gets advice (seed 004-7). */
    public static final Named CAFFEINE_HIGH = named(
            "CAFFEINE_HIGH",
            "more caffeine than advised",
            any(
                    above(Measure.CAFFEINE, Limit.CAFFEINE),
                    all(PREGNANT, above(Measure.CAFFEINE, Limit.CAFFEINE_PREGNANT))));

    public static final Named STIMULANT = named(
            "STIMULANT",
            "a stimulant",
            is(TRIG_STIMULANT, "energy-drink", "nicotine", "adhd-or-decongestant", "recreational"));

    public static final Named SHORT_SLEEP = named("SHORT_SLEEP", "too little sleep", below(Measure.SLEEP, Limit.SLEEP));

    public static final Named STRAIN = named("STRAIN", "stress or anxiety", any(yes(TRIG_STRESS), yes(TRIG_ANXIETY)));

    public static final Named EXERTION =
            named("EXERTION", "hard exercise or fatigue", any(yes(TRIG_EXERCISE), yes(TRIG_FATIGUE)));

    public static final Named TRIGGER = named(
            "TRIGGER", "a benign trigger", any(CAFFEINE_HIGH, STIMULANT, EXERTION, STRAIN, SHORT_SLEEP, yes(HX_VIRAL)));
}
