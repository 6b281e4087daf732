package org.fascicle.oauth;

import java.nio.charset.StandardCharsets;

/** What another server answered. */
public record Answer(int status, String contentType, byte[] body) {
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.length + " bytes]";
    }
}
