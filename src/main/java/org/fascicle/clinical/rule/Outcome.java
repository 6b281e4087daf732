package org.fascicle.clinical.rule;

/** The three things twitching may turn out to be. Each gets a prediction of its own. */
public enum Outcome {
    NEUROMUSCULAR("neuromuscular", "motor neuron or other neuromuscular disease"),
    METABOLIC("metabolic", "electrolyte or other metabolic disturbance"),
    BENIGN("benign", "benign or trigger-related fasciculation");

    private final String code;
    private final String words;

    Outcome(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }
}
