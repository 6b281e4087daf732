package org.fascicle.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fascicle.access.Grant;
import org.fascicle.access.ScopedChart;
import org.fascicle.access.token.Doorkeeper;
import org.fascicle.audit.Who;
import org.fascicle.chart.Chart;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** Lets in who shows a token, as far as it reaches. */
public final class TokenAccess implements Access {
    private static final Pattern HERE =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?(?:::1|0:0:0:0:0:0:0:1)]?");

    private final Chart chart;
    private final Doorkeeper doorkeeper;
    private final boolean needsToken;

    private TokenAccess(Chart chart, Doorkeeper doorkeeper, boolean needsToken) {
        this.chart = chart;
        this.doorkeeper = doorkeeper;
        this.needsToken = needsToken;
    }

    /** Nobody comes in without a token. */
    public static Access required(Chart chart, Doorkeeper doorkeeper) {
        return new TokenAccess(chart, doorkeeper, true);
    }

    /**
     * For a server that only this machine reaches and that holds no real patient: who shows no token comes in as well. Who
     * shows one is held to it.
     */
    public static Access optionalHere(Chart chart, Doorkeeper doorkeeper) {
        return new TokenAccess(chart, doorkeeper, false);
    }

    @Override
    public Caller admit(HttpServletRequest request) {
        List<String> shown = Collections.list(request.getHeaders("Authorization"));
        if (shown.size() == 1) {
            return new Holder(doorkeeper.admit(shown.get(0)), chart);
        }
        if (shown.isEmpty() && !needsToken && isAskedHere(request)) {
            return new Everyone(chart);
        }
        throw new Fault(
                Kind.UNKNOWN_CALLER,
                "This needs a token: send one `Authorization: Bearer …` header, with a token for this server");
    }

    @Override
    public boolean takesTokens() {
        return true;
    }

    /** A page of another site could have its own name lead to this machine; its requests still say that name. */
    private static boolean isAskedHere(HttpServletRequest request) {
        return HERE.matcher(request.getServerName().toLowerCase(Locale.ROOT)).matches();
    }

    /** Who holds a token. */
    private static final class Holder implements Caller {
        private final ScopedChart scoped;
        private final Grant grant;

        Holder(Grant grant, Chart chart) {
            this.scoped = new ScopedChart(chart, grant);
            this.grant = grant;
        }

        @Override
        public Chart chart() {
            return scoped;
        }

        @Override
        public void requirePatient(String subject) {
            scoped.requirePatient(subject);
        }

        @Override
        public Who who() {
            return new Who(grant.client(), grant.user(), grant.scopes().toString());
        }
    }
}
