package org.fascicle.pages.history;

import org.fascicle.assessing.Drafting;
import org.fascicle.pages.visit.Reply;
import org.fascicle.pages.visit.Screen;
import org.fascicle.pages.visit.Visit;

/** Where a launch begins: what there is already, or else the interview. */
public final class HomeScreen implements Screen {
    private final Drafting drafting;

    public HomeScreen(Drafting drafting) {
        this.drafting = drafting;
    }

    @Override
    public Reply show(Visit visit, String id) {
        boolean isFirst = drafting.find(visit.chart(), visit.subject()).isEmpty()
                && drafting.completed(visit.chart(), visit.subject()).isEmpty();
        return new Reply.SeeOther(visit.at(isFirst ? "interview" : "history"));
    }
}
