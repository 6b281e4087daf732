package org.fascicle.cdshooks.feedback;

/** A card that was shown, as it is kept until somebody says something to it. */
record Issued(String client, String patient, String service, String rule, String focus) {

    Whose whose() {
        return new Whose(client, patient);
    }

    @Override
    public String toString() {
        return "Issued[" + service + ", " + rule + "]";
    }
}
