package org.fascicle.assessing.writeback;

/** A piece of what an assessment leaves behind, each with the resource type it has by itself. */
public enum Piece {
    RESPONSE("QuestionnaireResponse", "the answers"),
    ASSESSMENT("RiskAssessment", "the assessment"),
    ORDERS("ServiceRequest", "the proposed tests and referrals"),
    TASKS("Task", "the proposed tasks"),
    GROUP("RequestGroup", "the list that holds the proposals together"),
    PROVENANCE("Provenance", "the record of who wrote what");

    private final String type;
    private final String words;

    Piece(String type, String words) {
        this.type = type;
        this.words = words;
    }

    public String type() {
        return type;
    }

    public String words() {
        return words;
    }
}
