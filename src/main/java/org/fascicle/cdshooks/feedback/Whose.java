package org.fascicle.cdshooks.feedback;

/**
 * Whose cards: ids of patients are only unique within one EHR.
 *
 * @param client the name of the EHR as a client of ours
 * @param patient the patient's id there
 */
public record Whose(String client, String patient) {

    String name() {
        return client + ' ' + patient;
    }

    @Override
    public String toString() {
        return "Whose[" + client + "]";
    }
}
