package org.fascicle.api;

import java.nio.file.Path;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** One running server for each class of tests. */
abstract class ServerTest {
    @TempDir
    static Path folder;

    static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static String patient(String id, String family) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\",\"name\":[{\"family\":\"" + family
                + "\"}],\"birthDate\":\"1979-03-14\"}";
    }

    /** Stores it under the id it has. */
    static HttpAnswer put(String type, String id, String json, String... headers) {
        return server.put("/" + type + "/" + id, json, headers);
    }

    /** The id the server gave to what it created. */
    static String createdId(HttpAnswer created) {
        return created.expect(201).header("Location").replaceFirst(".*/([^/]+)/_history/.*", "$1");
    }
}
