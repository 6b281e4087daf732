package org.fascicle.knowledge.cql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The part of a library that is written by hand: how, never how much. */
final class Template {
    private Template() {}

    static String of(String library) {
        String file = library + ".cql";
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("`" + file + "` is not beside `" + Template.class.getName() + "`");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
