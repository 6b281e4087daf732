package org.fascicle.pages.history;

import java.util.List;
import java.util.Optional;
import org.fascicle.assessing.Drafting;
import org.fascicle.chart.Stored;
import org.fascicle.pages.visit.Reply;
import org.fascicle.pages.visit.Screen;
import org.fascicle.pages.visit.Visit;

/** Where a launch begins: the response the EHR named, or what there is already, or else the interview. */
public final class HomeScreen implements Screen {
    private final Drafting drafting;

    public HomeScreen(Drafting drafting) {
        this.drafting = drafting;
    }

    @Override
    public Reply show(Visit visit, String id) {
        List<Stored> completed = drafting.completed(visit.chart(), visit.subject());
        boolean isFirst = completed.isEmpty()
                && drafting.find(visit.chart(), visit.subject()).isEmpty();
        return new Reply.SeeOther(
                visit.at(named(visit, completed).map("result/"::concat).orElse(isFirst ? "interview" : "history")));
    }

    /** Only a finished response of this patient is opened, whatever was named. */
    private static Optional<String> named(Visit visit, List<Stored> completed) {
        return visit.launch()
                .context()
                .response()
                .filter(id ->
                        completed.stream().anyMatch(stored -> stored.key().id().equals(id)));
    }
}
