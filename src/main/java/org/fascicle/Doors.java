package org.fascicle;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.about.AboutDoor;
import org.fascicle.api.Access;
import org.fascicle.api.ApiDoor;
import org.fascicle.assessing.Populating;
import org.fascicle.chart.Chart;
import org.fascicle.fhir.interview.Interviews;
import org.fascicle.fhir.profile.Definitions;
import org.fascicle.fhir.response.ResponseValidator;
import org.fascicle.look.AssetServlet;
import org.fascicle.look.Assets;
import org.fascicle.sandbox.SandboxMode;
import org.fascicle.sandbox.authority.Authority;
import org.fascicle.sandbox.desk.WardDoor;
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
    private final State state;
    private final Clock clock;

    Doors(Settings settings, URI base, Chart chart, State state, Clock clock) {
        this.settings = settings;
        this.base = base;
        this.chart = chart;
        this.state = state;
        this.clock = clock;
    }

    void addTo(ServletContextHandler context) {
        Assets assets = Assets.load();
        context.addServlet(new ServletHolder(new AssetServlet(assets)), Assets.PATH + "*");
        new AboutDoor(settings.limits(), assets).addTo(context);
        List<Ehr> ehrs = new ArrayList<>();
        settings.find(Setting.EHRS).map(Path::of).map(EhrFile::read).ifPresent(ehrs::addAll);
        if (settings.isSandbox()) {
            ehrs.add(practice(context, assets));
        }
        new SmartDoor(base, new Ehrs(ehrs), state, clock).addTo(context);
        api().addTo(context);
    }

    private ApiDoor api() {
        Definitions definitions = Definitions.published();
        Interviews interviews = new Interviews(definitions);
        return new ApiDoor(
                base,
                Access.everyone(chart),
                definitions,
                new ResponseValidator(interviews),
                Main.assessing(settings).apply(clock),
                new Populating(interviews, settings.limits(), clock));
    }

    /** The practice EHR, which is one more EHR to be launched from. */
    private Ehr practice(ServletContextHandler context, Assets assets) {
        SandboxMode mode = SandboxMode.of(settings, base);
        Authority authority = new Authority(
                mode,
                WardDoor.people(chart),
                Authority.ourselves(base, URI.create(base + SmartDoor.KEY_SET)),
                state,
                Authority.ACCESS_LIFE,
                clock);
        authority.addTo(context);
        WardDoor ward = new WardDoor(mode, chart, Main.assessing(settings), authority, assets, clock);
        ward.addTo(context);
        ward.fill();
        return authority.ehr();
    }
}
