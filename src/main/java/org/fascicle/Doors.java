package org.fascicle;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.about.AboutDoor;
import org.fascicle.api.Access;
import org.fascicle.api.ApiDoor;
import org.fascicle.assessing.Assessing;
import org.fascicle.assessing.Populating;
import org.fascicle.audit.AuditTrail;
import org.fascicle.audit.AuditedChart;
import org.fascicle.cdshooks.CdsHooksDoor;
import org.fascicle.cdshooks.client.CdsClient;
import org.fascicle.cdshooks.client.ClientFile;
import org.fascicle.chart.Chart;
import org.fascicle.chart.remote.RemoteCharts;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.http.Sender;
import org.fascicle.knowledge.definition.KnowledgeInForce;
import org.fascicle.look.AssetServlet;
import org.fascicle.look.Assets;
import org.fascicle.operating.Meters;
import org.fascicle.pages.EhrCharts;
import org.fascicle.pages.PagesDoor;
import org.fascicle.pages.UseCases;
import org.fascicle.sandbox.SandboxMode;
import org.fascicle.smart.Launches;
import org.fascicle.smart.SmartDoor;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.EhrFile;
import org.fascicle.smart.ehr.Ehrs;
import org.fascicle.state.State;

/** Every way in, and what each is given: the table of contents of the server. */
final class Doors {
    private final Settings settings;
    private final URI base;
    private final Chart chart;
    private final RemoteCharts remote;
    private final State state;
    private final Clock clock;
    private final AuditTrail trail;

    Doors(Settings settings, URI base, Chart chart, RemoteCharts remote, State state, AuditTrail trail, Clock clock) {
        this.settings = settings;
        this.base = base;
        this.chart = chart;
        this.remote = remote;
        this.trail = trail;
        this.state = state;
        this.clock = clock;
    }

    void addTo(ServletContextHandler context, Meters meters) {
        Assets assets = Assets.load();
        context.addServlet(new ServletHolder(new AssetServlet(assets)), Assets.PATH + "*");
        new AboutDoor(settings.limits(), assets).addTo(context);
        List<Ehr> ehrs = new ArrayList<>();
        settings.find(Setting.EHRS).map(Path::of).map(EhrFile::read).ifPresent(ehrs::addAll);
        Admission admission = new Admission(settings, base, clock);
        Optional<Practice> practice = admission.hasPractice() ? Optional.of(practice(assets)) : Optional.empty();
        practice.ifPresent(ehr -> ehr.addTo(context));
        practice.map(Practice::ehr).ifPresent(ehrs::add);
        new DoorRecorder(trail::record, sender()).addTo(context);
        SmartDoor smart = new SmartDoor(base, new Ehrs(ehrs), state, clock);
        smart.addTo(context);
        CdsHooksDoor cards = cards(admission, practice, meters);
        pages(smart.launches(), cards, assets, meters).addTo(context);
        admission.addTo(context);
        api(admission.access(new AuditedChart(chart, trail), practice.map(ehr -> ehr::check)), meters)
                .addTo(context, settings.capacity());
        cards.addTo(context);
    }

    private CdsHooksDoor cards(Admission admission, Optional<Practice> practice, Meters meters) {
        List<CdsClient> clients = new ArrayList<>();
        settings.find(Setting.CDS_CLIENTS).map(Path::of).map(ClientFile::read).ifPresent(clients::addAll);
        practice.map(Practice::client).ifPresent(clients::add);
        Duration silence = Duration.ofDays(settings.number(Setting.CDS_SILENCE, 1, 365));
        OpenedCharts charts =
                new OpenedCharts(base, chart, admission.doorkeeper(practice.map(ehr -> ehr::check)), clock);
        return new CdsHooksDoor(
                base, new CdsHooksDoor.Terms(clients, silence), assessing(meters), charts, state, clock);
    }

    private PagesDoor pages(Launches launches, CdsHooksDoor cards, Assets assets, Meters meters) {
        Interviews interviews = new Interviews(Definitions.published());
        UseCases uses = new UseCases(
                interviews.current(),
                new Populating(interviews, settings.limits(), clock),
                assessing(meters),
                settings.orderTerms(),
                launch -> cards.history(launch.fhirBase(), launch.context().patient()));
        return new PagesDoor(launches, new EhrCharts(launches, remote, clock), uses, state, assets, clock);
    }

    private Assessing assessing(Meters meters) {
        return Main.assessing(settings).apply(clock).counted(meters::assessed);
    }

    private ApiDoor api(Access access, Meters meters) {
        Definitions definitions = KnowledgeInForce.in(Definitions.published(), settings.limits());
        Interviews interviews = new Interviews(definitions);
        return new ApiDoor(
                        base,
                        access,
                        definitions,
                        interviews,
                        assessing(meters),
                        new Populating(interviews, settings.limits(), clock))
                .recorded(trail::record, sender());
    }

    private Sender sender() {
        return new Sender(settings.words(Setting.TRUSTED_PROXY));
    }

    private Practice practice(Assets assets) {
        return new Practice(SandboxMode.of(settings, base), chart, state, Main.assessing(settings), assets, clock);
    }
}
