package org.fascicle.pages.interview;

import org.fascicle.pages.visit.Reply;
import org.fascicle.pages.visit.Screen;
import org.fascicle.pages.visit.Visit;

/** Gives the draft up and begins another. */
public final class RestartScreen implements Screen {
    private final Interviewing use;

    public RestartScreen(Interviewing use) {
        this.use = use;
    }

    @Override
    public Reply show(Visit visit, String id) {
        return new Reply.SeeOther(visit.at("interview"));
    }

    @Override
    public Reply act(Visit visit, String id) {
        use.drafting()
                .find(visit.chart(), visit.subject())
                .filter(draft -> visit.form().has(Hand.VERSION, draft.version()))
                .ifPresent(draft -> use.drafting().stop(visit.chart(), draft));
        return new Reply.SeeOther(visit.at(InterviewScreen.ANOTHER));
    }
}
