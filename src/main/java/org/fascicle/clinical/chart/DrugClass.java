package org.fascicle.clinical.chart;

import java.util.Set;

/**
 * Medicines that can cause twitching or shift electrolytes (source D.6, B.6), as an active medicine of the patient.
 *
 * <p>{@link #isMetabolicRisk()} marks the classes that make an electrolyte disturbance likelier (C.2 METRISK).
 */
public enum DrugClass implements ChartFact {
    THIAZIDE("thiazide diuretic", true),
    LOOP_DIURETIC("loop diuretic", true),
    POTASSIUM_SPARING("potassium-sparing diuretic", true),
    PROTON_PUMP_INHIBITOR("proton pump inhibitor", true),
    CORTICOSTEROID("systemic corticosteroid", true),
    BETA_AGONIST("beta-2 agonist", true),
    XANTHINE("theophylline or another xanthine", true),
    LITHIUM("lithium", true),
    ELECTROLYTE_LOSER("a medicine that loses magnesium, calcium or potassium", true),
    PLATINUM("platinum chemotherapy", true),
    SSRI("SSRI antidepressant", false),
    SNRI_OR_OTHER_ANTIDEPRESSANT("SNRI or another antidepressant", false),
    TRICYCLIC("tricyclic antidepressant", false),
    OTHER_SEROTONERGIC("tramadol, linezolid or a monoamine oxidase inhibitor", false),
    STIMULANT("stimulant", false),
    DECONGESTANT("decongestant or antihistamine", false),
    ANTICHOLINESTERASE("anticholinesterase", false),
    SUXAMETHONIUM("suxamethonium", false),
    STATIN("statin", false),
    TOPIRAMATE("topiramate", false),
    CLOZAPINE("clozapine", false),
    LEVOTHYROXINE("levothyroxine", false),
    METFORMIN("metformin", false),
    DIGOXIN("digoxin", false),
    ACE_INHIBITOR_OR_ARB("ACE inhibitor or angiotensin receptor blocker", false),
    ANTICOAGULANT("anticoagulant", false),
    CALCIUM_OR_VITAMIN_D("calcium or vitamin D", false),
    RILUZOLE("riluzole", false);

    private final String words;
    private final boolean metabolicRisk;

    DrugClass(String words, boolean metabolicRisk) {
        this.words = words;
        this.metabolicRisk = metabolicRisk;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public Set<ChartPart> parts() {
        return Set.of(ChartPart.MEDICINES);
    }

    public boolean isMetabolicRisk() {
        return metabolicRisk;
    }

    /** Whether the class is listed as a trigger of twitching, so that a review of the medicine is worth while. */
    public boolean isTrigger() {
        return switch (this) {
            case METFORMIN, DIGOXIN, ACE_INHIBITOR_OR_ARB, ANTICOAGULANT, CALCIUM_OR_VITAMIN_D, RILUZOLE -> false;
            default -> true;
        };
    }
}
