package org.fascicle;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.access.token.Doorkeeper;
import org.fascicle.access.token.IssuerFile;
import org.fascicle.access.token.Issuers;
import org.fascicle.access.token.TokenCheck;
import org.fascicle.api.Access;
import org.fascicle.api.ApiDoor;
import org.fascicle.api.SmartConfiguration;
import org.fascicle.api.TokenAccess;
import org.fascicle.chart.Chart;
import org.fascicle.oauth.BadToken;
import org.fascicle.oauth.WebAddress;

/**
 * Who is let in at the FHIR door, as the settings have it. On this machine, with the practice EHR, everyone is; anywhere
 * else nobody is without a token, and what is missing to check tokens is named before anything starts.
 */
final class Admission {
    private static final String BY_TLS =
            "with `" + Setting.TLS_KEY.variable() + "`: the PEM files to speak TLS with; or else `"
                    + Setting.TRUSTED_PROXY.variable() + "`: the address of the proxy where TLS ends";

    private final Settings settings;
    private final Optional<Issuers> issuers;

    Admission(Settings settings, URI base, Clock clock) {
        this.settings = settings;
        this.issuers = settings.find(Setting.ISSUERS)
                .map(Path::of)
                .map(file -> IssuerFile.read(file, base + ApiDoor.PATH, clock));
    }

    /** @throws IllegalArgumentException naming every setting that is missing, and why it is needed */
    static void requireComplete(Settings settings) {
        Map<Setting, String> missing = new LinkedHashMap<>();
        boolean isOpen = !settings.isSandbox() || !isHere(settings);
        if (isOpen && settings.find(Setting.ISSUERS).isEmpty()) {
            missing.put(Setting.ISSUERS, "a JSON file with the authorization servers whose tokens are accepted");
        }
        if (isOpen && !isPublic(settings)) {
            missing.put(Setting.BASE_URL, "our own https address, as EHRs and browsers see it");
        }
        if (isOpen
                && settings.certificate().isEmpty()
                && settings.find(Setting.TRUSTED_PROXY).isEmpty()) {
            missing.put(Setting.TLS_CERTIFICATE, BY_TLS);
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(reason(settings) + " Set "
                    + missing.entrySet().stream()
                            .map(one -> "`" + one.getKey().variable() + "` (" + one.getValue() + ")")
                            .collect(Collectors.joining(" and "))
                    + ".");
        }
    }

    private static String reason(Settings settings) {
        return settings.isSandbox()
                ? "`FASCICLE_HOST` is `" + settings.text(Setting.HOST)
                        + "`: beyond this machine nobody is let in without a token, not even in the sandbox."
                : "`FASCICLE_MODE` is `connected`: nobody is let in without a token.";
    }

    /** Whether only this machine reaches us. */
    private static boolean isHere(Settings settings) {
        String host = settings.text(Setting.HOST);
        URI listens = URI.create("http://" + (host.contains(":") ? '[' + host + ']' : host));
        return WebAddress.isLoopback(listens)
                && settings.find(Setting.BASE_URL)
                        .map(URI::create)
                        .map(WebAddress::isLoopback)
                        .orElse(true);
    }

    private static boolean isPublic(Settings settings) {
        return settings.find(Setting.BASE_URL)
                .flatMap(WebAddress::find)
                .filter(base -> "https".equals(base.getScheme()))
                .isPresent();
    }

    /** The practice EHR signs anyone in, so it is never where others reach it. */
    boolean hasPractice() {
        return settings.isSandbox() && isHere(settings);
    }

    /** @param practice checks the tokens of the practice EHR; empty when it is not there */
    Access access(Chart chart, Optional<TokenCheck> practice) {
        Doorkeeper doorkeeper = doorkeeper(practice);
        return hasPractice() ? TokenAccess.optionalHere(chart, doorkeeper) : TokenAccess.required(chart, doorkeeper);
    }

    /** Reads the tokens that open the FHIR door, wherever else they are shown. */
    Doorkeeper doorkeeper(Optional<TokenCheck> practice) {
        return new Doorkeeper(check(practice));
    }

    /** Tells clients where to get tokens, unless the practice EHR does. */
    void addTo(ServletContextHandler context) {
        if (hasPractice()) {
            return;
        }
        issuers.flatMap(known -> known.token().map(token -> new SmartConfiguration(known.authorization(), token)))
                .ifPresent(servlet -> context.addServlet(new ServletHolder(servlet), SmartConfiguration.PATH));
    }

    private TokenCheck check(Optional<TokenCheck> practice) {
        TokenCheck nobodys = token -> {
            throw new BadToken("its issuer is not trusted here");
        };
        TokenCheck named = issuers.map(Issuers::tokens).orElse(nobodys);
        return practice.map(own -> either(own, named)).orElse(named);
    }

    private static TokenCheck either(TokenCheck first, TokenCheck second) {
        return token -> {
            try {
                return first.check(token);
            } catch (BadToken notOfTheFirst) {
                return second.check(token);
            }
        };
    }
}
