package org.fascicle.clinical;

/** A number the rules compare with a limit: from an answer, the patient's record, or a laboratory result. */
public enum Measure {
    AGE("age", "years"),
    DAYS_SINCE_ONSET("time since the twitching began", "days"),
    CAFFEINE("caffeine", "mg a day"),
    SLEEP("sleep", "hours a night"),
    ALCOHOL("alcohol", "units a week"),
    CONCERN("worry about motor neuron disease", "of 10"),
    PREGNANCY_WEEKS("weeks of pregnancy", "weeks"),
    SYSTOLIC("systolic blood pressure", "mmHg"),
    DIASTOLIC("diastolic blood pressure", "mmHg"),
    SODIUM("sodium", "mmol/L"),
    POTASSIUM("potassium", "mmol/L"),
    CALCIUM("calcium", "mmol/L"),
    CREATINE_KINASE("creatine kinase", "U/L"),
    CREATINE_KINASE_MULTIPLE("creatine kinase", "times the upper limit"),
    EGFR("estimated glomerular filtration rate", "mL/min/1.73 m²");

    private final String words;
    private final String unit;

    Measure(String words, String unit) {
        this.words = words;
        this.unit = unit;
    }

    public String words() {
        return words;
    }

    public String unit() {
        return unit;
    }
}
