package org.fascicle.sandbox;

import java.net.URI;
import org.fascicle.Setting;
import org.fascicle.Settings;
import org.fascicle.oauth.WebAddress;

/**
 * Proof that the practice EHR may run here. There is none in connected mode, nor on an address that others can reach.
 */
public final class SandboxMode {
    private final URI base;

    private SandboxMode(URI base) {
        this.base = base;
    }

    /**
     * The proof, when the settings give it.
     *
     * @param base our own address, without a slash at the end
     * @throws IllegalStateException in connected mode, or beyond this machine
     */
    public static SandboxMode of(Settings settings, URI base) {
        if (!settings.isSandbox()) {
            throw new IllegalStateException("the practice EHR never runs in connected mode (`FASCICLE_MODE`)");
        }
        String host = settings.text(Setting.HOST);
        URI listens = URI.create("http://" + (host.contains(":") ? '[' + host + ']' : host));
        if (!WebAddress.isLoopback(listens) || !WebAddress.isLoopback(base)) {
            throw new IllegalStateException("the practice EHR signs anyone in, so it runs on this machine only:"
                    + " `FASCICLE_HOST` must be `127.0.0.1`, `::1` or `localhost`, and so must the host of"
                    + " `FASCICLE_BASE_URL`");
        }
        return new SandboxMode(base);
    }

    public URI base() {
        return base;
    }
}
