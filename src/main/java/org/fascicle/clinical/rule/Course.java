package org.fascicle.clinical.rule;

import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Criteria.*;
import static org.fascicle.clinical.rule.Findings.PERIORAL;
import static org.fascicle.clinical.rule.Findings.WEAK_SUBJ;

import org.fascicle.clinical.Measure;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.rule.Criterion.Named;

/** The named findings about how long, where and how the twitching goes, and what makes it worth an examination. */
public final class Course {
    private Course() {}

    public static final Named PERSISTENT =
            named("PERSISTENT", "twitching for more than 2 weeks", above(Measure.DAYS_SINCE_ONSET, Limit.PERSISTENT));

    public static final Named RECENT =
            named("RECENT", "twitching for 2 weeks or less", atMost(Measure.DAYS_SINCE_ONSET, Limit.PERSISTENT));

    public static final Named LONG_STANDING = named(
            "LONG_STANDING", "twitching for more than 3 months", above(Measure.DAYS_SINCE_ONSET, Limit.LONG_STANDING));

    public static final Named FOCAL =
            named("FOCAL", "twitching in one spot or one region", is(SX_DISTRIBUTION, "one-spot", "one-region"));

    public static final Named WIDE = named(
            "WIDE",
            "twitching in several regions or everywhere",
            any(is(SX_DISTRIBUTION, "several-regions", "widespread"), is(SX_SITE, "everywhere")));

    public static final Named EYELID_ONLY = named(
            "EYELID_ONLY",
            "twitching of the eyelids only",
            all(
                    is(SX_SITE, "eyelid"),
                    FOCAL,
                    notShown(is(
                            SX_SITE,
                            "face",
                            "chin-lips",
                            "tongue",
                            "neck",
                            "shoulder-upper-arm",
                            "forearm",
                            "hand",
                            "chest-back",
                            "abdomen",
                            "buttock-thigh",
                            "calf",
                            "foot",
                            "everywhere"))));

    /** One region; left, right or both lids. */
    public static final Named ISO_EYELID = named(
            "ISO_EYELID",
            "an isolated eyelid twitch, and the eyes are not forced shut",
            all(EYELID_ONLY, is(SX_EYELID_CLOSURE, "no")));

    public static final Named EYELID_RECENT = named(
            "EYELID_RECENT",
            "an isolated eyelid twitch for 3 months or less",
            all(ISO_EYELID, atMost(Measure.DAYS_SINCE_ONSET, Limit.LONG_STANDING)));

    public static final Named GETTING_WORSE =
            named("GETTING_WORSE", "worsening or spreading", is(SX_COURSE, "worsening", "spreading"));

    public static final Named NEW_MEDICINE = named(
            "NEW_MEDICINE",
            "a medicine started or raised shortly before the onset",
            toldOrCharted(yes(HX_NEWDRUG), charted(Past.NEW_TRIGGER_MEDICINE)));

    /** A core question the patient could not answer (C.2, C.8.31). */
    public static final Named UNSURE = named(
            "UNSURE",
            "an unsure answer to a core question",
            any(
                    is(RF_WASTING, "unsure"),
                    is(RF_FINEMOTOR, "unsure"),
                    is(RF_FALLS, "unsure"),
                    is(RF_BALANCE, "unsure"),
                    is(RF_WEIGHTLOSS, "unsure"),
                    is(RF_TOXIC, "unsure"),
                    is(FH_MND, "unsure")));

    /** A warning sign the chart lists asks for an examination though the patient denies it: the worse counts (C.6). */
    public static final Named AMBER = named(
            "AMBER",
            "a reason to examine",
            any(
                    all(PERSISTENT, notShown(EYELID_RECENT)),
                    WIDE,
                    is(SX_PATTERN, "constant"),
                    GETTING_WORSE,
                    NEW_MEDICINE,
                    WEAK_SUBJ,
                    is(RF_SENSORY, "fleeting"),
                    PERIORAL,
                    shown(charted(Problem.WARNING_SIGN)),
                    UNSURE));

    /** C.8.25. */
    public static final Named FACIAL = named(
            "FACIAL",
            "one-sided facial twitching, or constant movement of the face or eyelids",
            any(
                    all(is(SX_SITE, "face"), is(SX_SIDE, "left", "right")),
                    all(
                            is(SX_SITE, "face", "eyelid", "chin-lips"),
                            any(is(SX_PATTERN, "constant"), is(SX_EPISODE, "continuous"), yes(SX_CONTINUOUS)))));

    /** C.8.14: shaking or jerking that is no fasciculation. */
    public static final Named NOT_TWITCHING = named(
            "NOT_TWITCHING",
            "jerks or tremor without twitch or cramp",
            all(is(SX_TYPE, "jerk", "tremor"), notShown(is(SX_TYPE, "twitch", "cramp"))));
}
