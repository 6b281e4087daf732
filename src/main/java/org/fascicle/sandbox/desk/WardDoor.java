package org.fascicle.sandbox.desk;

import jakarta.servlet.http.HttpServlet;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.assessing.Assessing;
import org.fascicle.chart.Chart;
import org.fascicle.look.Assets;
import org.fascicle.look.Templates;
import org.fascicle.sandbox.SandboxMode;
import org.fascicle.sandbox.authority.Authority;
import org.fascicle.sandbox.authority.People;
import org.fascicle.sandbox.authority.Person;
import org.fascicle.sandbox.cards.CardTray;
import org.fascicle.sandbox.cards.HookCards;
import org.fascicle.sandbox.ward.Ward;

/** The practice EHR's own pages, composed and put on the listener, and its invented patients brought into the chart. */
public final class WardDoor {
    private final Desk desk;
    private final Filling filling = new Filling();

    /**
     * @param mode proof that this may run here
     * @param assessing the use case with a clock of its own
     * @param authority whose sign-in it shares, and which proves to CDS services who asks
     */
    public WardDoor(
            SandboxMode mode,
            Chart chart,
            Function<Clock, Assessing> assessing,
            Authority authority,
            Assets assets,
            Clock clock) {
        Desk.Looks looks = new Desk.Looks(mode.base(), new Templates(), assets);
        HookCards cards = new HookCards(mode.base(), chart, authority::hookToken, clock);
        Desk.Advice advice = new Desk.Advice(cards, new CardTray());
        this.desk = new Desk(chart, assessing, authority.signIn(), looks, advice, clock);
    }

    /** Who can sign in and whose chart can be opened: for the authority. */
    public static People people(Chart chart) {
        Roll roll = new Roll(chart);
        return new People(
                () -> roll.clinicians().stream().map(Roll.Clinician::person).toList(), () -> persons(roll));
    }

    private static List<Person> persons(Roll roll) {
        return roll.patients().stream()
                .map(one -> new Person(one.getIdElement().getIdPart(), Roll.name(one)))
                .toList();
    }

    /**
     * Begins to bring in the invented patients who are not there yet, and changes nothing that is there. The server need
     * not wait for it; pages of the ward do.
     */
    public void fill() {
        filling.begin(() -> Ward.fill(desk.chart(), desk.assessing(), desk.clock()));
    }

    public void addTo(ServletContextHandler context) {
        add(context, new HomeServlet(desk, filling), "");
        add(context, new SignOutServlet(desk), "/sign-out");
        add(context, new ChartServlet(desk, filling), "/chart/*");
    }

    private static void add(ServletContextHandler context, HttpServlet servlet, String path) {
        context.addServlet(new ServletHolder(servlet), path);
    }
}
