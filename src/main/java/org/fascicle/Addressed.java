package org.fascicle;

import java.net.URI;

/** Where we can be reached: the public address of the settings, or this machine's own. */
final class Addressed {
    private Addressed() {}

    static URI base(Settings settings, int port) {
        return settings.find(Setting.BASE_URL)
                .map(URI::create)
                .orElseGet(() -> URI.create(scheme(settings) + "://" + host(settings.text(Setting.HOST)) + ":" + port));
    }

    private static String scheme(Settings settings) {
        return settings.certificate().isPresent() ? "https" : "http";
    }

    /** One name for this machine, so that cookies and issuers agree however it is listened on. */
    private static String host(String listens) {
        return switch (listens) {
            case "127.0.0.1", "::1", "localhost" -> "localhost";
            default -> listens.contains(":") ? '[' + listens + ']' : listens;
        };
    }
}
