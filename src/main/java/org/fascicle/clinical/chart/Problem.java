package org.fascicle.clinical.chart;

import java.util.Set;

/** Diagnoses on the problem list that change the judgement (source D.3). Active unless the name says otherwise. */
public enum Problem implements ChartFact {
    MOTOR_NEURON_DISEASE("motor neuron disease"),
    OTHER_NEUROMUSCULAR_DISEASE("another neuromuscular disease"),
    MULTIPLE_SCLEROSIS("multiple sclerosis"),
    NEUROPATHY("neuropathy"),
    KIDNEY_DISEASE("chronic kidney disease"),
    ADVANCED_KIDNEY_DISEASE("chronic kidney disease, stage 3 or worse"),
    KIDNEY_FAILURE("stage 5 kidney disease or dialysis"),
    DIABETES("diabetes"),
    THYROID_DISEASE("thyroid disease"),
    PARATHYROID_DISEASE("parathyroid disease"),
    NECK_SURGERY("thyroid, parathyroid or neck surgery"),
    GUT_SURGERY("bariatric or bowel surgery"),
    EATING_DISORDER("eating disorder or malnutrition"),
    ELECTROLYTE_DISORDER("a low potassium, magnesium, calcium or sodium on the problem list"),
    ALCOHOL_EXCESS("alcohol excess"),
    CANCER("cancer"),
    SPINE_DISEASE("neck or back disease"),
    BENIGN_FASCICULATION("benign fasciculation syndrome"),
    FASCICULATION("fasciculation"),
    WARNING_SIGN("a warning sign on the problem list"),
    PREGNANCY("pregnancy");

    private final String words;

    Problem(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    /** An operation or a dialysis may be listed as a procedure alone, a pregnancy as an observation. */
    @Override
    public Set<ChartPart> parts() {
        return switch (this) {
            case NECK_SURGERY, GUT_SURGERY, KIDNEY_DISEASE, ADVANCED_KIDNEY_DISEASE, KIDNEY_FAILURE ->
                Set.of(ChartPart.PROBLEMS, ChartPart.PROCEDURES);
            case PREGNANCY -> Set.of(ChartPart.PROBLEMS, ChartPart.RESULTS);
            default -> Set.of(ChartPart.PROBLEMS);
        };
    }
}
