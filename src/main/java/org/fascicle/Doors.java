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
import org.fascicle.audit.AuditedChart;
import org.fascicle.cdshooks.CdsHooksDoor;
import org.fascicle.cdshooks.client.CdsClient;
import org.fascicle.cdshooks.client.ClientFile;
import org.fascicle.http.Sender;
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

/** Every way in, and what each is given: the table of contents of the server. */
final class Doors {
    private final Settings settings;
    private final Expertise expertise;
    private final URI base;
    private final Kept kept;
    private final Clock clock;

    Doors(Settings settings, Expertise expertise, URI base, Kept kept, Clock clock) {
        this.settings = settings;
        this.expertise = expertise;
        this.base = base;
        this.kept = kept;
        this.clock = clock;
    }

    void addTo(ServletContextHandler context, Meters meters) {
        Assets assets = new Assets();
        context.addServlet(new ServletHolder(new AssetServlet(assets)), Assets.PATH + "*");
        new AboutDoor(expertise.limits(), assets).addTo(context);
        List<Ehr> ehrs = new ArrayList<>();
        settings.find(Setting.EHRS).map(Path::of).map(EhrFile::read).ifPresent(ehrs::addAll);
        Admission admission = new Admission(settings, base, clock);
        Optional<Practice> practice = admission.hasPractice() ? Optional.of(practice(assets)) : Optional.empty();
        practice.ifPresent(ehr -> ehr.addTo(context));
        practice.map(Practice::ehr).ifPresent(ehrs::add);
        SmartDoor smart = new SmartDoor(base, new Ehrs(ehrs), kept.state(), clock);
        smart.addTo(context);
        CdsHooksDoor cards = cards(admission, practice, meters);
        pages(smart.launches(), cards, assets, meters).addTo(context);
        admission.addTo(context);
        api(admission.access(new AuditedChart(kept.chart(), kept.trail()), practice.map(ehr -> ehr::check)), meters)
                .addTo(context, settings.capacity());
        cards.addTo(context);
    }

    private CdsHooksDoor cards(Admission admission, Optional<Practice> practice, Meters meters) {
        List<CdsClient> clients = new ArrayList<>();
        settings.find(Setting.CDS_CLIENTS).map(Path::of).map(ClientFile::read).ifPresent(clients::addAll);
        practice.map(Practice::client).ifPresent(clients::add);
        Duration silence = Duration.ofDays(settings.number(Setting.CDS_SILENCE, 1, 365));
        OpenedCharts charts = new OpenedCharts(
                base,
                kept.chart(),
                admission.doorkeeper(practice.map(ehr -> ehr::check)),
                settings.answerBytes(),
                clock);
        return new CdsHooksDoor(
                base, new CdsHooksDoor.Terms(clients, silence), assessing(meters), charts, kept.state(), clock);
    }

    private PagesDoor pages(Launches launches, CdsHooksDoor cards, Assets assets, Meters meters) {
        UseCases uses = new UseCases(
                expertise.interviews(),
                expertise.populating(clock),
                assessing(meters),
                settings.orderTerms(),
                launch -> cards.history(launch.fhirBase(), launch.context().patient()));
        return new PagesDoor(
                launches,
                new EhrCharts(launches, kept.remote(), settings.answerBytes(), clock),
                uses,
                kept.state(),
                assets,
                clock);
    }

    private Assessing assessing(Meters meters) {
        return expertise.assessing(clock).counted(meters::assessed);
    }

    private ApiDoor api(Access access, Meters meters) {
        return new ApiDoor(
                        base,
                        access,
                        expertise.definitions(),
                        expertise.interviews(),
                        assessing(meters),
                        expertise.populating(clock))
                .recorded(kept.trail()::record, sender());
    }

    private Sender sender() {
        return new Sender(settings.words(Setting.TRUSTED_PROXY));
    }

    private Practice practice(Assets assets) {
        return new Practice(
                SandboxMode.of(settings, base), kept.chart(), kept.state(), expertise::assessing, assets, clock);
    }
}
