package org.fascicle.smart;

import java.net.URI;
import org.fascicle.oauth.Handles;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Ehrs;
import org.fascicle.smart.exchange.Discovery;
import org.fascicle.smart.exchange.SmartConfiguration;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;
import org.fascicle.state.Held;
import org.fascicle.state.Shelf;

/** Decides whether what comes back belongs to a launch that went out from this browser, and completes it. */
final class Return {
    private final URI base;
    private final Ehrs ehrs;
    private final Discovery discovery;
    private final Shelf<Pending> pendings;
    private final Shelf<Session> sessions;
    private final Completion completion;

    Return(
            URI base,
            Ehrs ehrs,
            Discovery discovery,
            Shelf<Pending> pendings,
            Shelf<Session> sessions,
            Completion completion) {
        this.base = base;
        this.ehrs = ehrs;
        this.discovery = discovery;
        this.pendings = pendings;
        this.sessions = sessions;
        this.completion = completion;
    }

    /**
     * The launch that went out under this {@code state}; from now on nobody else can come back with it.
     *
     * <p>A stranger's browser does not use it up.
     */
    Pending recognise(CallbackRequest callback) {
        Pending pending = pendings.find(callback.state())
                .map(Held::value)
                .orElseThrow(() -> notOurs("`state` is not one that is waited for"));
        if (callback.browser().filter(pending.browser()::equals).isEmpty()) {
            throw notOurs("`state` belongs to another browser, or this one sent no cookie");
        }
        if (!pending.callback().equals(base + callback.path())) {
            throw new LaunchRefused(Trouble.MIXED_UP, "`state` belongs to another redirect address");
        }
        return pendings.take(callback.state()).orElseThrow(() -> notOurs("`state` was used already"));
    }

    /** Redeems the code and keeps the session; answers where it is kept. */
    LaunchKey complete(CallbackRequest callback, Pending pending) {
        Ehr ehr = ehrs.find(pending.issuer()).orElseThrow(() -> notOurs("the EHR is no longer registered"));
        SmartConfiguration configuration = discovery.of(ehr);
        sameIssuer(callback, configuration);
        callback.error().ifPresent(told -> {
            throw new LaunchRefused(Trouble.DENIED, told);
        });
        String code = callback.code().orElseThrow(() -> notOurs("`code` is missing"));
        Session session = completion.of(ehr, configuration, pending, code);
        LaunchKey key = new LaunchKey(pending.browser(), Handles.fresh());
        sessions.put(key.name(), session);
        return key;
    }

    /** RFC 9207: a code of one server must not be carried to another. */
    private static void sameIssuer(CallbackRequest callback, SmartConfiguration configuration) {
        boolean missing = callback.issuer().isEmpty() && configuration.sendsIssuer();
        boolean wrong = callback.issuer().isPresent() && !callback.issuer().equals(configuration.issuer());
        if (missing || wrong) {
            throw new LaunchRefused(Trouble.MIXED_UP, "`iss` is not the issuer that was asked");
        }
    }

    private static LaunchRefused notOurs(String why) {
        return new LaunchRefused(Trouble.NOT_OURS, why);
    }
}
