package org.fascicle.pages.interview;

import java.util.List;

/**
 * What the answers so far would mean.
 *
 * @param urgency its code
 * @param drivers why it is that urgent
 * @param missing core questions not answered yet
 * @param isKnown false when it could not be judged just now
 */
public record PreviewView(
        boolean isKnown,
        String urgency,
        String urgencyWords,
        List<String> drivers,
        List<Risk> risks,
        List<Open> missing) {

    public static final PreviewView NONE = new PreviewView(false, "", "", List.of(), List.of(), List.of());

    public record Risk(String outcome, String concern, String tone) {}

    /** A question to go to. */
    public record Open(String id, String words) {}

    public PreviewView {
        drivers = List.copyOf(drivers);
        risks = List.copyOf(risks);
        missing = List.copyOf(missing);
    }

    @Override
    public String toString() {
        return "PreviewView[" + urgency + "]";
    }
}
