package org.fascicle.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS with the certificate that stands in two files now. They are looked at every few seconds, so that a certificate renewed in
 * its place is shown from then on without a restart; while what stands there cannot be used, the last good one goes on.
 */
final class Tls extends AbstractLifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final PemFiles files;
    private final Server server;
    private final SslContextFactory.Server context = new SslContextFactory.Server();
    private PemFiles.Content seen;

    /** @throws IllegalArgumentException naming the file that cannot be used */
    Tls(PemFiles files, Server server) {
        this.files = files;
        this.server = server;
        seen = files.content();
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        show(context);
    }

    SslContextFactory.Server context() {
        return context;
    }

    @Override
    protected void doStart() {
        lookLater();
    }

    private void lookLater() {
        server.getScheduler().schedule(this::look, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!isStarted() && !isStarting()) {
            return;
        }
        try {
            PemFiles.Content now = files.content();
            if (!now.isSameAs(seen)) {
                seen = now;
                renew();
            }
        } catch (IllegalArgumentException unreadable) {
            LOG.warn("the last certificate goes on: {}", unreadable.getMessage());
        }
        lookLater();
    }

    /** Jetty declares the broadest exception; whatever it is, connections go on as before. */
    private void renew() {
        try {
            context.reload(this::show);
            LOG.info("the certificate was renewed");
        } catch (Exception unfit) {
            LOG.warn("the last certificate goes on: {}", unfit.getMessage());
        }
    }

    private void show(SslContextFactory shown) {
        shown.setKeyStore(files.keyStore(seen));
        shown.setKeyStorePassword(PemFiles.PASSWORD);
    }
}
