package org.fascicle.clinical.rule;

import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Criteria.*;

import org.fascicle.clinical.rule.Criterion.Named;

/** The named findings of C.2 that can be a red flag: what the answers and the examination amount to. */
public final class Findings {
    private Findings() {}

    // The examination

    /** C.8.15: strength, bulk, tongue and reflexes answered normal, and nothing else abnormal. */
    public static final Named EXAM_ABNORMAL = named(
            "EXAM_ABNORMAL",
            "an abnormal sign on examination",
            any(
                    is(EX_STRENGTH, "reduced"),
                    is(EX_BULK, "reduced"),
                    is(EX_TONGUE, "abnormal"),
                    is(EX_REFLEX, "reduced", "brisk"),
                    is(EX_PLANTAR, "up"),
                    is(EX_TONE, "spastic", "flaccid"),
                    is(EX_SENSATION, "reduced"),
                    is(EX_GAIT, "abnormal"),
                    is(EX_TETANY, "positive")));

    public static final Named EXAM_NORMAL = named(
            "EXAM_NORMAL",
            "a normal neurological examination",
            all(
                    is(EX_STRENGTH, "normal"),
                    is(EX_BULK, "normal"),
                    is(EX_TONGUE, "normal"),
                    is(EX_REFLEX, "normal"),
                    notShown(EXAM_ABNORMAL)));

    // Weakness

    public static final Named WEAK_OBJ =
            named("WEAK_OBJ", "objective weakness", any(is(EX_STRENGTH, "reduced"), is(RF_WEAKNESS, "cannot-do")));

    public static final Named WEAK_SUBJ = named(
            "WEAK_SUBJ",
            "a feeling of weakness without loss of ability",
            all(is(RF_WEAKNESS, "feels-weak"), notShown(WEAK_OBJ)));

    public static final Named WEAK_ANY =
            named("WEAK_ANY", "weakness, felt or found", any(is(RF_WEAKNESS, "feels-weak", "cannot-do"), WEAK_OBJ));

    /** C.8.12: a side that was not said counts as both. */
    public static final Named WEAK_ONE_SIDE = named(
            "WEAK_ONE_SIDE",
            "weakness said to be on one side only",
            all(is(RF_WEAKNESS_WHERE, "one-side"), notShown(is(RF_WEAKNESS_WHERE, "both-sides", "neck-trunk"))));

    // Muscle, bulb, breath, upper motor neuron

    public static final Named WASTE = named(
            "WASTE", "muscle wasting", any(is(EX_BULK, "reduced"), disputed(yes(RF_WASTING), is(EX_BULK, "normal"))));

    /** C.8.16: denied by a normal examination, and then rule S-2 asks for a recheck. */
    public static final Named FINE =
            named("FINE", "trouble with fine movements", disputed(yes(RF_FINEMOTOR), EXAM_NORMAL));

    public static final Named FALLS = named(
            "FALLS",
            "new trips, falls or a dragging foot",
            disputed(any(yes(RF_FALLS), yes(RF_FOOTDROP)), EXAM_NORMAL));

    public static final Named TONGUE =
            named("TONGUE", "twitching of the tongue", any(is(EX_TONGUE, "abnormal"), is(SX_SITE, "tongue")));

    public static final Named SWALLOW =
            named("SWALLOW", "difficulty swallowing", is(RF_SWALLOW, "occasional", "cannot-manage"));

    public static final Named BULBAR = named(
            "BULBAR",
            "a bulbar sign: slurring, trouble swallowing or an abnormal tongue",
            any(is(RF_SPEECH, "progressive"), SWALLOW, is(EX_TONGUE, "abnormal")));

    public static final Named RESP = named(
            "RESP",
            "breathlessness, morning headache or daytime sleepiness",
            is(RF_BREATH, "on-exertion", "lying-flat", "at-rest", "morning-headache"));

    public static final Named PROG = named(
            "PROG",
            "progression",
            any(
                    is(RF_WEAKNESS_COURSE, "sudden", "hours-days", "within-4-weeks", "weeks-months"),
                    all(is(SX_COURSE, "worsening"), any(WEAK_OBJ, BULBAR, FINE, FALLS))));

    /** Brisk reflexes alone are common and do not count here (C.8.19). */
    public static final Named UMN_SURE =
            named("UMN_SURE", "an upgoing plantar or spastic tone", any(is(EX_PLANTAR, "up"), is(EX_TONE, "spastic")));

    public static final Named UMN = named("UMN", "an upper motor neuron sign", any(is(EX_REFLEX, "brisk"), UMN_SURE));

    public static final Named RIGID = named("RIGID", "stiffness or rigidity", is(RF_TONE, "stiff"));

    /** C.8.27. */
    public static final Named CONTINUOUS = named(
            "CONTINUOUS",
            "continuous worm-like movement",
            any(yes(SX_CONTINUOUS), all(is(SX_PATTERN, "constant"), yes(MET_SWEAT))));

    // Sensation, pain, function

    public static final Named SENS_PERSIST = named(
            "SENS_PERSIST",
            "persistent numbness or tingling, or in one nerve, root or part of the face",
            is(RF_SENSORY, "persistent-distal", "one-nerve-or-root", "face"));

    public static final Named PERIORAL =
            named("PERIORAL", "tingling around the mouth and fingertips", is(RF_SENSORY, "perioral-fingertips"));

    public static final Named DISABLED = named(
            "DISABLED",
            "severe twitching, or twitching that much disturbs daily life",
            any(is(RF_FUNCTION, "a-lot"), is(SX_SEVERITY, "severe")));

    /** Red flags that belong to an emergency rule; they also forbid any word of reassurance. */
    public static final Named ALARM = named(
            "ALARM",
            "an alarm symptom",
            any(
                    is(RF_WEAKNESS_COURSE, "sudden", "hours-days"),
                    is(RF_SPEECH, "sudden"),
                    is(RF_TETANY, "hand-foot-spasm", "throat-spasm", "seizure", "confusion", "palpitations-faint"),
                    yes(RF_TOXIC),
                    yes(RF_FEVER_AGIT),
                    yes(RF_SLEEPLESS),
                    yes(RF_URINE),
                    yes(RF_HEADACHE)));

    public static final Named RED_FLAG = named(
            "RED_FLAG",
            "a red flag",
            any(
                    WEAK_OBJ,
                    WASTE,
                    FINE,
                    FALLS,
                    yes(RF_BALANCE),
                    BULBAR,
                    TONGUE,
                    RESP,
                    yes(RF_WEIGHTLOSS),
                    SENS_PERSIST,
                    is(RF_PAIN, "significant"),
                    is(RF_VISION, "blurred", "double-or-droopy", "loss"),
                    DISABLED,
                    yes(RF_BLADDER),
                    yes(RF_COGNITIVE),
                    RIGID,
                    CONTINUOUS,
                    is(RF_TONE, "floppy"),
                    EXAM_ABNORMAL,
                    ALARM));
}
