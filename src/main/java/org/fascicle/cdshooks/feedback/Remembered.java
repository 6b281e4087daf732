package org.fascicle.cdshooks.feedback;

/**
 * One line of a patient's history of cards.
 *
 * @param service the service that showed the card
 * @param rule which notice it was
 */
public record Remembered(String service, String rule, Feedback feedback) {

    @Override
    public String toString() {
        return "Remembered[" + rule + ", " + feedback + "]";
    }
}
