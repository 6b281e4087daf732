package org.fascicle.clinical.lab;

import static org.fascicle.clinical.limit.Limit.*;

import org.fascicle.clinical.limit.Limit;

/** What a laboratory measures: its name in words, the canonical unit, and how long a result may be reused. */
public enum Analyte {
    SODIUM("sodium", "mmol/L", WINDOW_ELECTROLYTES),
    POTASSIUM("potassium", "mmol/L", WINDOW_ELECTROLYTES),
    /** Total calcium, adjusted for albumin where the albumin is known. */
    CALCIUM("calcium", "mmol/L", WINDOW_ELECTROLYTES),
    IONISED_CALCIUM("ionised calcium", "mmol/L", WINDOW_ELECTROLYTES),
    MAGNESIUM("magnesium", "mmol/L", WINDOW_ELECTROLYTES),
    PHOSPHATE("phosphate", "mmol/L", WINDOW_ELECTROLYTES),
    CREATININE("creatinine", "umol/L", WINDOW_ELECTROLYTES),
    UREA("urea", "mmol/L", WINDOW_ELECTROLYTES),
    BICARBONATE("bicarbonate", "mmol/L", WINDOW_ELECTROLYTES),
    CHLORIDE("chloride", "mmol/L", WINDOW_ELECTROLYTES),
    EGFR("estimated glomerular filtration rate", "mL/min/{1.73_m2}", WINDOW_ELECTROLYTES),
    GLUCOSE("glucose", "mmol/L", WINDOW_ELECTROLYTES),
    ALBUMIN("albumin", "g/L", WINDOW_ELECTROLYTES),
    CREATINE_KINASE("creatine kinase", "U/L", WINDOW_CK),
    THYROTROPIN("thyrotropin (TSH)", "mU/L", WINDOW_TSH),
    FREE_T4("free thyroxine", "pmol/L", WINDOW_TSH),
    FREE_T3("free triiodothyronine", "pmol/L", WINDOW_TSH),
    VITAMIN_D("25-hydroxyvitamin D", "nmol/L", WINDOW_VITAMIN_D),
    VITAMIN_B12("vitamin B12", "pmol/L", WINDOW_B12),
    PARATHYRIN("parathyroid hormone", "pmol/L", WINDOW_PTH),
    HBA1C("haemoglobin A1c", "%", WINDOW_HBA1C),
    C_REACTIVE_PROTEIN("C-reactive protein", "mg/L", WINDOW_OTHER),
    SEDIMENTATION_RATE("erythrocyte sedimentation rate", "mm/h", WINDOW_OTHER),
    LITHIUM("lithium", "mmol/L", WINDOW_OTHER),
    THEOPHYLLINE("theophylline", "mg/L", WINDOW_OTHER),
    DIGOXIN("digoxin", "ug/L", WINDOW_OTHER);

    private final String words;
    private final String unit;
    private final Limit window;

    Analyte(String words, String unit, Limit window) {
        this.words = words;
        this.unit = unit;
        this.window = window;
    }

    public String words() {
        return words;
    }

    /** The canonical unit (UCUM) in which every value of this analyte is held. */
    public String unit() {
        return unit;
    }

    /** The limit that says for how many days a normal result stands in for a new one. */
    public Limit window() {
        return window;
    }

    /** Critical when the laboratory flags it so: the electrolytes and glucose (source B.8). */
    public boolean isCriticalWhenFlagged() {
        return switch (this) {
            case SODIUM, POTASSIUM, CALCIUM, IONISED_CALCIUM, MAGNESIUM, PHOSPHATE, GLUCOSE -> true;
            default -> false;
        };
    }

    /** What red cells hold much of, so that a haemolysed sample shows too much. */
    public boolean isRaisedByHaemolysis() {
        return this == POTASSIUM || this == MAGNESIUM || this == PHOSPHATE;
    }
}
