package org.fascicle.pages;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.assessing.Deciding;
import org.fascicle.assessing.Drafting;
import org.fascicle.assessing.Signing;
import org.fascicle.look.Assets;
import org.fascicle.look.Templates;
import org.fascicle.pages.history.HistoryScreen;
import org.fascicle.pages.history.HomeScreen;
import org.fascicle.pages.interview.InterviewScreen;
import org.fascicle.pages.interview.Interviewing;
import org.fascicle.pages.interview.LastHand;
import org.fascicle.pages.interview.RestartScreen;
import org.fascicle.pages.interview.Unsaved;
import org.fascicle.pages.result.LeafletScreen;
import org.fascicle.pages.result.ResultScreen;
import org.fascicle.pages.result.Resulting;
import org.fascicle.pages.visit.Drawing;
import org.fascicle.smart.Launches;
import org.fascicle.state.State;

/** The clinician's pages, composed and put on the listener below {@code /app/}. */
public final class PagesDoor {
    private static final Duration A_VISIT = Duration.ofHours(12);

    private final Launches launches;
    private final LaunchedChart charts;
    private final UseCases uses;
    private final State state;
    private final Assets assets;
    private final Clock clock;

    /**
     * @param charts the chart of each launch
     * @param uses the use cases, as the program puts them together
     * @param state remembers which page wrote a draft last
     */
    public PagesDoor(Launches launches, LaunchedChart charts, UseCases uses, State state, Assets assets, Clock clock) {
        this.launches = launches;
        this.charts = charts;
        this.uses = uses;
        this.state = state;
        this.assets = assets;
        this.clock = clock;
    }

    public void addTo(ServletContextHandler context) {
        Drawing drawing = new Drawing(new Templates(), assets);
        context.addServlet(
                new ServletHolder(new Reception(launches, aside(), screens(drawing), drawing, clock)), "/app/*");
    }

    private LaunchedChart aside() {
        Aside aside = Aside.in(state, clock);
        return launch -> aside.of(launch, charts.open(launch));
    }

    private Screens screens(Drawing drawing) {
        Drafting drafting = new Drafting();
        Interviewing interviewing = new Interviewing(uses.interviews(), uses.populating(), drafting, uses.assessing());
        Resulting resulting = new Resulting(
                uses.interviews(), uses.assessing(), new Deciding(uses.orderTerms(), clock), new Signing(clock));
        LastHand last = new LastHand(state.shelf("hand", LastHand.Wrote.class, A_VISIT));
        Unsaved unsaved = new Unsaved(state.shelf("unsaved", Unsaved.Answers.class, A_VISIT));
        return new Screens(Map.of(
                "", new HomeScreen(drafting),
                "interview", new InterviewScreen(interviewing, last, unsaved, drawing),
                "restart", new RestartScreen(interviewing),
                "result", new ResultScreen(resulting, drawing),
                "leaflet", new LeafletScreen(resulting, drawing),
                "history", new HistoryScreen(drafting, uses.assessing(), uses.cards(), drawing)));
    }
}
