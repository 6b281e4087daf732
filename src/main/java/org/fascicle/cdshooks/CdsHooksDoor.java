package org.fascicle.cdshooks;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.assessing.Assessing;
import org.fascicle.cdshooks.call.FhirServers;
import org.fascicle.cdshooks.card.CardsToJson;
import org.fascicle.cdshooks.client.Callers;
import org.fascicle.cdshooks.client.CdsClient;
import org.fascicle.cdshooks.feedback.FeedbackFromJson;
import org.fascicle.cdshooks.feedback.Ledger;
import org.fascicle.cdshooks.feedback.Remembered;
import org.fascicle.cdshooks.feedback.Whose;
import org.fascicle.cdshooks.notice.Advisor;
import org.fascicle.state.State;

/** Everything about cards, composed and put on the listener. */
public final class CdsHooksDoor {
    private final URI base;
    private final Clock clock;
    private final Terms terms;
    private final Callers callers;
    private final Ledger ledger;
    private final Advisor advisor;
    private final FhirServers servers;

    /** Who may call, and what depends on it. */
    public record Terms(List<CdsClient> clients, Duration silence) {
        /** How long a matter that was declined or acted on is not brought up again. */
        public static final Duration USUAL_SILENCE = Duration.ofDays(30);

        public Terms {
            clients = List.copyOf(clients);
        }
    }

    /**
     * @param base our own address as EHRs see it, without a slash at the end
     * @param servers opens the chart of an EHR's FHIR server; asked for registered servers only
     */
    public CdsHooksDoor(URI base, Terms terms, Assessing assessing, FhirServers servers, State state, Clock clock) {
        this.base = base;
        this.clock = clock;
        this.terms = terms;
        this.servers = servers;
        callers = new Callers(terms.clients(), state, clock);
        ledger = new Ledger(state, terms.silence());
        advisor = new Advisor(assessing, clock);
    }

    public void addTo(ServletContextHandler context) {
        Desk desk = new Desk(advisor, servers, ledger, new CardsToJson(base), new FeedbackFromJson(clock));
        ServletHolder servlet = new ServletHolder(new HooksServlet(base, callers, desk));
        context.addServlet(servlet, HooksServlet.PATH);
        context.addServlet(servlet, HooksServlet.PATH + "/*");
    }

    /** What clinicians said to the cards of a patient, for the patient's history of assessments. */
    public List<Remembered> history(Whose whose) {
        return ledger.history(whose);
    }

    /**
     * The same for a launch, which knows the EHR by its FHIR server.
     *
     * @param patient the patient's id there
     */
    public List<Remembered> history(String fhirServer, String patient) {
        URI server = URI.create(fhirServer.replaceFirst("/$", ""));
        return terms.clients().stream()
                .filter(client -> client.fhirServers().contains(server))
                .flatMap(client -> history(new Whose(client.name(), patient)).stream())
                .toList();
    }
}
