package org.fascicle.clinical.rule;

import static org.fascicle.clinical.finding.Item.*;
import static org.fascicle.clinical.rule.Criteria.*;

import java.util.Arrays;
import org.fascicle.clinical.Measure;
import org.fascicle.clinical.chart.DrugClass;
import org.fascicle.clinical.chart.Past;
import org.fascicle.clinical.chart.Problem;
import org.fascicle.clinical.limit.Limit;
import org.fascicle.clinical.rule.Criterion.Named;

/** The named findings about who the patient is: age, pregnancy, diseases already known, medicines, tests done. */
public final class Background {
    private Background() {}

    public static final Named CHILD = named("CHILD", "under 16", below(Measure.AGE, Limit.AGE_ADULT));

    public static final Named ADULT = named("ADULT", "16 or over", atLeast(Measure.AGE, Limit.AGE_ADULT));

    public static final Named OLDER = named("OLDER", "40 or over", atLeast(Measure.AGE, Limit.AGE_OLDER));

    public static final Named PREGNANT =
            named("PREGNANT", "pregnant", toldOrCharted(yes(PT_PREGNANT), charted(Problem.PREGNANCY)));

    /** ALS and other forms of motor neuron disease (C.6). */
    public static final Named KNOWN_MND =
            named("KNOWN_MND", "motor neuron disease already diagnosed", charted(Problem.MOTOR_NEURON_DISEASE));

    public static final Named KNOWN_NEUROMUSCULAR = named(
            "KNOWN_NEUROMUSCULAR",
            "another neuromuscular disease or multiple sclerosis already diagnosed",
            charted(Problem.OTHER_NEUROMUSCULAR_DISEASE, Problem.MULTIPLE_SCLEROSIS));

    public static final Named KNOWN_NEUROPATHY = named(
            "KNOWN_NEUROPATHY", "known neuropathy", toldOrCharted(yes(HX_NEUROPATHY), charted(Problem.NEUROPATHY)));

    public static final Named LITHIUM = named("LITHIUM", "taking lithium", charted(DrugClass.LITHIUM));

    /** C.8.28: SSRI, SNRI, TCA, tramadol, linezolid, monoamine oxidase inhibitor. */
    public static final Named SEROTONERGIC = named(
            "SEROTONERGIC",
            "taking a serotonergic medicine",
            charted(
                    DrugClass.SSRI,
                    DrugClass.SNRI_OR_OTHER_ANTIDEPRESSANT,
                    DrugClass.TRICYCLIC,
                    DrugClass.OTHER_SEROTONERGIC));

    public static final Named ANTICHOLINESTERASE =
            named("ANTICHOLINESTERASE", "taking an anticholinesterase", charted(DrugClass.ANTICHOLINESTERASE));

    public static final Named TRIGGER_DRUG = named(
            "TRIGGER_DRUG",
            "a medicine that can cause twitching",
            any(Arrays.stream(DrugClass.values())
                    .filter(DrugClass::isTrigger)
                    .map(drug -> charted(drug))
                    .toList()));

    public static final Named EMG_NORMAL = named(
            "EMG_NORMAL", "a normal EMG or nerve conduction study since the symptoms began", charted(Past.EMG_NORMAL));

    public static final Named EMG_PENDING =
            named("EMG_PENDING", "an EMG or nerve conduction study awaited", charted(Past.EMG_PENDING));
}
