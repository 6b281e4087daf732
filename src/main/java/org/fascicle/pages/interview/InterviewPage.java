package org.fascicle.pages.interview;

import java.util.List;
import java.util.Optional;
import org.fascicle.look.Banner;
import org.fascicle.look.Frame;
import org.fascicle.look.Words;

/** The interview, drawn. */
public record InterviewPage(
        Frame frame, Optional<Banner> banner, Words words, FormView form, List<GroupView> groups, PreviewView preview) {

    /**
     * @param isAmendment whether it changes a completed one
     * @param saved what is said of saving
     * @param notices what the reader must know first
     */
    public record FormView(
            Addresses addresses, HandView hand, boolean isAmendment, String saved, List<Notice> notices) {
        public FormView {
            notices = List.copyOf(notices);
        }
    }

    /**
     * @param self where the form is sent
     * @param restart where a draft is given up
     * @param launch the handle it belongs to
     */
    public record Addresses(String self, String restart, String launch) {}

    /** What the form sends back of how it was drawn; empty where there is nothing to say. */
    public record HandView(String form, String draft, String version, String after) {}

    /** @param lines each with the question it leads to */
    public record Notice(String kind, String title, List<Line> lines) {
        public Notice {
            lines = List.copyOf(lines);
        }

        static Notice of(String kind, String title) {
            return new Notice(kind, title, List.of());
        }
    }

    /** @param id of the question; empty when it leads nowhere */
    public record Line(String id, String words) {}

    /** @param questions those that are open; a place is kept for each of the others */
    public record GroupView(String id, String title, List<Slot> questions) {
        public GroupView {
            questions = List.copyOf(questions);
        }
    }

    /** A question's place on the page. */
    public record Slot(String id, Optional<QuestionView> question) {}

    public InterviewPage {
        groups = List.copyOf(groups);
    }

    @Override
    public String toString() {
        return "InterviewPage[]";
    }
}
