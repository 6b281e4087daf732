package org.fascicle.clinical.chart;

import static org.fascicle.clinical.chart.Activity.Kind.*;

import java.util.List;
import org.fascicle.clinical.lab.Analyte;

/** Something a clinician can order or do: what we may propose, and what a chart may already hold. */
public enum Activity {
    // Blood tests
    BASIC_METABOLIC_PANEL(
            LAB,
            "basic metabolic panel",
            Analyte.SODIUM,
            Analyte.POTASSIUM,
            Analyte.CALCIUM,
            Analyte.CREATININE,
            Analyte.GLUCOSE),
    SODIUM(LAB, "sodium", Analyte.SODIUM),
    POTASSIUM(LAB, "potassium", Analyte.POTASSIUM),
    CALCIUM(LAB, "calcium", Analyte.CALCIUM),
    CREATININE(LAB, "creatinine", Analyte.CREATININE),
    GLUCOSE(LAB, "glucose", Analyte.GLUCOSE),
    MAGNESIUM(LAB, "magnesium", Analyte.MAGNESIUM),
    ALBUMIN(LAB, "albumin, to adjust the calcium", Analyte.ALBUMIN),
    THYROTROPIN(LAB, "thyrotropin (TSH)", Analyte.THYROTROPIN),
    FREE_THYROXINE(LAB, "free thyroxine", Analyte.FREE_T4),
    FREE_TRIIODOTHYRONINE(LAB, "free triiodothyronine", Analyte.FREE_T3),
    CREATINE_KINASE(LAB, "creatine kinase", Analyte.CREATINE_KINASE),
    PHOSPHATE(LAB, "phosphate", Analyte.PHOSPHATE),
    PARATHYRIN(LAB, "parathyroid hormone", Analyte.PARATHYRIN),
    VITAMIN_D(LAB, "25-hydroxyvitamin D", Analyte.VITAMIN_D),
    VITAMIN_B12(LAB, "vitamin B12", Analyte.VITAMIN_B12),
    HBA1C(LAB, "haemoglobin A1c", Analyte.HBA1C),
    BLOOD_COUNT(LAB, "full blood count"),
    C_REACTIVE_PROTEIN(LAB, "C-reactive protein", Analyte.C_REACTIVE_PROTEIN),
    SEDIMENTATION_RATE(LAB, "erythrocyte sedimentation rate", Analyte.SEDIMENTATION_RATE),
    COELIAC_SEROLOGY(LAB, "coeliac serology"),
    LIVER_PANEL(LAB, "liver function tests"),
    LITHIUM_LEVEL(LAB, "lithium level", Analyte.LITHIUM),
    THEOPHYLLINE_LEVEL(LAB, "theophylline level", Analyte.THEOPHYLLINE),
    DIGOXIN_LEVEL(LAB, "digoxin level", Analyte.DIGOXIN),

    // Other tests
    ECG(TEST, "12-lead ECG"),
    EMG(TEST, "EMG and nerve conduction studies"),
    SPIROMETRY(TEST, "spirometry (vital capacity)"),

    // Referrals
    EMERGENCY_DEPARTMENT(REFERRAL, "referral to accident and emergency"),
    NEUROLOGY(REFERRAL, "referral to neurology"),
    PAEDIATRICS(REFERRAL, "referral to paediatrics"),
    SPEECH_AND_LANGUAGE(REFERRAL, "referral to speech and language therapy"),
    PHYSIOTHERAPY(REFERRAL, "referral to physiotherapy"),
    MENTAL_HEALTH(REFERRAL, "support for health anxiety"),

    RECHECK(Kind.RECHECK, "follow-up visit"),

    // What the clinician does
    EXAMINATION(TASK, "neurological examination: strength, bulk, reflexes, plantars, tongue"),
    MEDICATION_REVIEW(TASK, "medication review"),
    OBTAIN_REPORT(TASK, "obtain the EMG or nerve conduction report"),
    COMPLETE_INTERVIEW(TASK, "complete the unanswered core questions");

    /** What sort of thing it is. All but tasks count as workup. */
    public enum Kind {
        LAB,
        TEST,
        REFERRAL,
        RECHECK,
        TASK
    }

    private final Kind kind;
    private final String words;
    private final List<Analyte> analytes;

    Activity(Kind kind, String words, Analyte... analytes) {
        this.kind = kind;
        this.words = words;
        this.analytes = List.of(analytes);
    }

    public Kind kind() {
        return kind;
    }

    public String words() {
        return words;
    }

    /** What a blood test measures; empty where no single result stands for it. */
    public List<Analyte> analytes() {
        return analytes;
    }

    /** Whether a result or order of this activity makes one of {@code other} needless. */
    public boolean covers(Activity other) {
        return this == other || !other.analytes.isEmpty() && analytes.containsAll(other.analytes);
    }
}
