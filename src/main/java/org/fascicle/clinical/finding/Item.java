package org.fascicle.clinical.finding;

import static org.fascicle.clinical.finding.Form.date;
import static org.fascicle.clinical.finding.Form.decimal;
import static org.fascicle.clinical.finding.Form.integer;
import static org.fascicle.clinical.finding.Form.one;
import static org.fascicle.clinical.finding.Form.some;
import static org.fascicle.clinical.finding.Form.text;
import static org.fascicle.clinical.finding.Form.yesNoUnsure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every question of the interview: its linkId, the codes it may be answered with, whether it is core, and which earlier
 * answer opens it.
 *
 * <p>linkIds and codes are a public contract: never renamed, never reused. How a question is worded stands in the
 * Questionnaire; a test holds the two together.
 */
public enum Item {
    // The twitching
    SX_TYPE(
            "sx.type",
            some("twitch cramp jerk tremor tic unsure")
                    .seeds("000-1 000-4 000-5 001-1 001-5 001-6 002-1 002-3 002-4 004-3 004-13 004-16")),
    SX_MOVEMENT("sx.movement", yesNoUnsure().seeds("001-4 002-2")),
    SX_SITE(
            "sx.site",
            some("eyelid face chin-lips tongue neck shoulder-upper-arm forearm hand chest-back abdomen buttock-thigh calf foot everywhere")
                    .seeds("001-2 003-2 004-1")),
    SX_EYELID_CLOSURE("sx.eyelid.closure", yesNoUnsure().when(SX_SITE, "eyelid")),
    SX_SIDE("sx.side", one("left right both")),
    SX_DISTRIBUTION(
            "sx.distribution",
            one("one-spot one-region several-regions widespread").core().seeds("000-17 001-17 004-20")),
    SX_ONSET("sx.onset", one("lt-2w 2w-3m 3m-12m gt-12m").core().seeds("000-16 002-20 003-17 004-12")),
    SX_ONSET_DATE("sx.onset.date", date()),
    SX_PATTERN("sx.pattern", one("constant intermittent").seeds("000-16")),
    SX_FREQUENCY("sx.frequency", one("many-daily daily weekly less").seeds("003-3 004-14")),
    SX_EPISODE("sx.episode", one("seconds minutes hours continuous").seeds("003-2")),
    SX_SEVERITY("sx.severity", one("mild moderate severe").seeds("000-23 004-14")),
    SX_COURSE("sx.course", one("improving stable worsening spreading").core().seeds("002-21 004-20")),
    SX_WHEN("sx.when", some("at-rest after-exercise in-bed on-movement").seeds("000-13 000-14")),
    SX_CONTINUOUS("sx.continuous", yesNoUnsure()),

    // Red flags
    RF_WEAKNESS("rf.weakness", one("none feels-weak cannot-do").core().seeds("000-18 000-19 002-22 003-36 004-17")),
    RF_WEAKNESS_WHERE(
            "rf.weakness.where",
            some("same-area elsewhere one-side both-sides neck-trunk face")
                    .when(RF_WEAKNESS, "feels-weak cannot-do")
                    .seeds("000-18")),
    RF_WEAKNESS_COURSE(
            "rf.weakness.course",
            one("sudden hours-days within-4-weeks weeks-months over-years attacks stable improving")
                    .core()
                    .when(RF_WEAKNESS, "feels-weak cannot-do")
                    .seeds("001-20")),
    RF_WASTING("rf.wasting", yesNoUnsure().core().seeds("000-21 001-21 002-22")),
    RF_TONE("rf.tone", one("normal floppy stiff").seeds("000-20")),
    RF_FINEMOTOR("rf.finemotor", yesNoUnsure().core().seeds("001-22")),
    RF_FALLS("rf.falls", yesNoUnsure().core().seeds("002-27")),
    RF_FOOTDROP("rf.footdrop", yesNoUnsure()),
    RF_BALANCE("rf.balance", yesNoUnsure().core().seeds("002-26")),
    RF_SPEECH("rf.speech", one("none sudden progressive").core().seeds("001-24 002-24")),
    RF_SWALLOW("rf.swallow", one("none occasional cannot-manage").core().seeds("000-26 001-23 002-23")),
    RF_BREATH(
            "rf.breath",
            some("none on-exertion lying-flat at-rest morning-headache").core().seeds("000-27 002-25")),
    RF_WEIGHTLOSS("rf.weightloss", yesNoUnsure().core().seeds("002-30")),
    RF_SENSORY(
            "rf.sensory",
            one("none fleeting persistent-distal one-nerve-or-root face perioral-fingertips")
                    .core()
                    .seeds("000-24 000-25 002-28")),
    RF_SENSORY_COURSE(
            "rf.sensory.course",
            one("hours-days longer")
                    .when(RF_SENSORY, "fleeting persistent-distal one-nerve-or-root face perioral-fingertips")),
    RF_SENSORY_SIDES(
            "rf.sensory.sides",
            one("one-side both-sides")
                    .when(RF_SENSORY, "fleeting persistent-distal one-nerve-or-root face perioral-fingertips")),
    RF_PAIN("rf.pain", one("none mild significant").core().seeds("001-3 002-29 003-37 004-18")),
    RF_PAIN_RADIATING("rf.pain.radiating", yesNoUnsure().when(RF_PAIN, "mild significant")),
    RF_VISION("rf.vision", one("none blurred double-or-droopy loss").core().seeds("002-31 003-23")),
    RF_FUNCTION("rf.function", one("no somewhat a-lot").core().seeds("000-22 002-32 004-19")),
    RF_BLADDER("rf.bladder", yesNoUnsure()),
    RF_COGNITIVE("rf.cognitive", yesNoUnsure()),
    RF_TETANY(
            "rf.tetany",
            some("none hand-foot-spasm throat-spasm seizure confusion palpitations-faint")
                    .core()),
    RF_TOXIC("rf.toxic", yesNoUnsure().core()),
    RF_TREMOR("rf.tremor", yesNoUnsure()),
    RF_FEVER_AGIT("rf.fever_agit", yesNoUnsure()),
    RF_SLEEPLESS("rf.sleepless", yesNoUnsure()),
    RF_URINE("rf.urine", yesNoUnsure()),
    FH_MND("fh.mnd", yesNoUnsure()),

    // Triggers
    TRIG_CAFFEINE("trig.caffeine", integer().seeds("000-11 001-13 002-14 003-11 004-7")),
    TRIG_STIMULANT(
            "trig.stimulant",
            some("none energy-drink nicotine adhd-or-decongestant recreational").seeds("001-13 002-15")),
    TRIG_EXERCISE("trig.exercise", yesNoUnsure().seeds("000-3 000-13 001-7 002-5 003-7 004-5 004-15")),
    TRIG_FATIGUE("trig.fatigue", yesNoUnsure().seeds("000-6 002-10 003-1 004-4 004-5")),
    TRIG_STRESS("trig.stress", yesNoUnsure().seeds("000-12 001-14 002-9 003-1 003-6 004-4 004-11 004-15")),
    TRIG_ANXIETY("trig.anxiety", yesNoUnsure().seeds("001-15 002-9 003-6 004-11")),
    TRIG_SLEEP("trig.sleep", decimal().seeds("001-16 002-11")),
    TRIG_ALCOHOL("trig.alcohol", decimal()),
    TRIG_ALCOHOL_WITHDRAWAL("trig.alcohol.withdrawal", yesNoUnsure()),

    // Metabolic upset
    MET_DEHYDRATION("met.dehydration", yesNoUnsure().seeds("001-12 002-12 003-8 004-4 004-15")),
    MET_GI("met.gi", yesNoUnsure()),
    MET_DIET("met.diet", yesNoUnsure()),
    MET_GISURG("met.gisurg", yesNoUnsure()),
    MET_SWEAT("met.sweat", yesNoUnsure()),
    MET_THYROID("met.thyroid", yesNoUnsure()),

    // History
    HX_NECK_SURGERY("hx.neck_surgery", yesNoUnsure()),
    HX_CKD("hx.ckd", yesNoUnsure()),
    HX_DIABETES("hx.diabetes", yesNoUnsure()),
    HX_THYROID("hx.thyroid", yesNoUnsure()),
    HX_PARATHYROID("hx.parathyroid", yesNoUnsure()),
    HX_CANCER("hx.cancer", yesNoUnsure()),
    HX_GYNAECOMASTIA("hx.gynaecomastia", yesNoUnsure()),
    HX_NERVEINJURY("hx.nerveinjury", yesNoUnsure().seeds("002-7 003-5")),
    HX_NERVEINJURY_SAME(
            "hx.nerveinjury.same", yesNoUnsure().when(HX_NERVEINJURY, "yes").seeds("002-7")),
    HX_INJURY("hx.injury", yesNoUnsure().seeds("002-5 002-8")),
    HX_NEUROPATHY("hx.neuropathy", yesNoUnsure().seeds("003-5")),
    HX_SPINE("hx.spine", yesNoUnsure()),
    HX_VIRAL("hx.viral", yesNoUnsure()),
    HX_NEWDRUG("hx.newdrug", yesNoUnsure().seeds("002-16 002-17 002-18 003-12")),
    HX_NEWDRUG_NAME("hx.newdrug.name", text().when(HX_NEWDRUG, "yes")),
    HX_EMG("hx.emg", one("not-done normal abnormal pending").seeds("003-21")),
    HX_EMG_DATE("hx.emg.date", date().when(HX_EMG, "normal abnormal")),
    HX_CONCERN("hx.concern", integer()),
    HX_HEALTHWORKER("hx.healthworker", one("yes no")),
    PT_PREGNANT("pt.pregnant", yesNoUnsure()),
    PT_PREGNANT_WEEKS("pt.pregnant.weeks", integer().when(PT_PREGNANT, "yes")),
    RF_HEADACHE("rf.headache", yesNoUnsure().when(PT_PREGNANT, "yes")),

    // The clinician's examination
    EX_DONE("ex.done", one("yes no").seeds("003-19")),
    EX_STRENGTH("ex.strength", one("normal reduced").when(EX_DONE, "yes")),
    EX_STRENGTH_WHERE("ex.strength.where", text().when(EX_STRENGTH, "reduced")),
    EX_BULK("ex.bulk", one("normal reduced").when(EX_DONE, "yes")),
    EX_FASC("ex.fasc", one("seen not-seen").when(EX_DONE, "yes")),
    EX_TONGUE("ex.tongue", one("normal abnormal").when(EX_DONE, "yes")),
    EX_REFLEX("ex.reflex", one("reduced normal brisk").when(EX_DONE, "yes")),
    EX_PLANTAR("ex.plantar", one("down up").when(EX_DONE, "yes")),
    EX_TONE("ex.tone", one("normal spastic flaccid").when(EX_DONE, "yes")),
    EX_SENSATION("ex.sensation", one("normal reduced").when(EX_DONE, "yes")),
    EX_GAIT("ex.gait", one("normal abnormal").when(EX_DONE, "yes")),
    EX_TETANY("ex.tetany", one("negative positive").when(EX_DONE, "yes")),
    EX_THYROID("ex.thyroid", one("normal abnormal").when(EX_DONE, "yes"));

    private static final Map<String, Item> BY_LINK_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Item::linkId, Function.identity()));
    private static final List<Item> CORE =
            Arrays.stream(values()).filter(item -> item.form.isCore()).toList();

    private final String linkId;
    private final Form form;
    private final boolean examination;

    Item(String linkId, Form form) {
        this.linkId = linkId;
        this.form = form;
        this.examination = linkId.startsWith("ex.");
    }

    public String linkId() {
        return linkId;
    }

    public Form form() {
        return form;
    }

    /** Part of the examination: not examined means unknown, never normal. */
    public boolean isExamination() {
        return examination;
    }

    /** The items without which no low category can be given (rule M-0). */
    public static List<Item> core() {
        return CORE;
    }

    public static Optional<Item> find(String linkId) {
        return Optional.ofNullable(BY_LINK_ID.get(linkId));
    }
}
