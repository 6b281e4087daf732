package org.fascicle.oauth;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What another server answered. */
public record Answer(int status, HttpHeaders headers, byte[] body) {
    /** Empty when it does not say. */
    public String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.length + " bytes]";
    }
}
