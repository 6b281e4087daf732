package org.fascicle.pages.interview;

import java.util.List;
import org.fascicle.look.Words;
import org.fascicle.pages.interview.InterviewPage.HandView;
import org.fascicle.pages.interview.InterviewPage.Slot;

/**
 * What changes on the page after an answer: the preview, the version that is saved, the questions that open or close, and
 * what is wrong.
 */
public record InterviewPart(
        Words words, HandView hand, String saved, PreviewView preview, List<Slot> slots, List<FaultView> faults) {

    /** @param words empty when nothing is wrong any more */
    public record FaultView(String id, String words) {}

    public InterviewPart {
        slots = List.copyOf(slots);
        faults = List.copyOf(faults);
    }

    @Override
    public String toString() {
        return "InterviewPart[]";
    }
}
