package org.fascicle;

import java.net.URI;

/** What the server says once it listens: where to click, and what to type. */
final class Greeting {
    private Greeting() {}

    static String of(Settings settings, URI base) {
        return settings.isSandbox() ? sandbox(base) : "Fascicle serves " + base + "/fhir";
    }

    private static String sandbox(URI base) {
        return """
                Fascicle is ready, with its practice EHR (invented patients; nothing here is for real care).

                  Click    %1$s/
                  Ask      curl %1$s/fhir/metadata
                  Assess   FASCICLE_URL=%1$s examples/requests/2-assess-without-storing.sh
                  Stop     Ctrl-C
                """.formatted(base);
    }
}
