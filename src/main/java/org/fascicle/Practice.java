package org.fascicle;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.fascicle.api.ApiDoor;
import org.fascicle.assessing.Assessing;
import org.fascicle.cdshooks.client.CdsClient;
import org.fascicle.chart.Chart;
import org.fascicle.look.Assets;
import org.fascicle.oauth.BadToken;
import org.fascicle.sandbox.SandboxMode;
import org.fascicle.sandbox.authority.Authority;
import org.fascicle.sandbox.desk.WardDoor;
import org.fascicle.smart.SmartDoor;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.state.State;

/** The practice EHR put together: its authorization server and its ward. One more EHR to be launched from. */
final class Practice {
    private final SandboxMode mode;
    private final Authority authority;
    private final WardDoor ward;

    /**
     * @param mode proof that this may run here
     * @param assessing the use case with a clock of its own
     */
    Practice(
            SandboxMode mode,
            Chart chart,
            State state,
            Function<Clock, Assessing> assessing,
            Assets assets,
            Clock clock) {
        this.mode = mode;
        authority = new Authority(
                mode,
                WardDoor.people(chart),
                Authority.ourselves(mode.base(), URI.create(mode.base() + SmartDoor.KEY_SET)),
                state,
                Authority.ACCESS_LIFE,
                clock);
        ward = new WardDoor(mode, chart, assessing, authority, assets, clock);
    }

    /** As Fascicle knows it. */
    Ehr ehr() {
        return authority.ehr();
    }

    /** The claims of an access token of its making that holds now. */
    JWTClaimsSet check(String accessToken) throws BadToken {
        return authority.check(accessToken);
    }

    /** As a client that asks for cards. */
    CdsClient client() {
        return new CdsClient(
                "Practice EHR",
                authority.issuer(),
                authority.keySet(),
                Set.of(URI.create(mode.base() + ApiDoor.PATH)),
                Set.of());
    }

    void addTo(ServletContextHandler context) {
        authority.addTo(context);
        ward.addTo(context);
        ward.fill();
    }
}
