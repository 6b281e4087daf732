package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fascicle.fault.Fault;
import org.fascicle.testing.Command;
import org.fascicle.testing.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The command line copies what a running server keeps, and puts it back. */
class BackupTest {
    @TempDir
    Path folder;

    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @Test
    void f10_whatWasAnsweredBeforeABackupBeganIsThereAfterARestoreElsewhere() throws Exception {
        List<String> before;
        try (Serving serving = Serving.start(settings("first"), Clock.systemUTC())) {
            Thread writer = new Thread(() -> write(serving));
            writer.start();
            while (answered.size() < 30 && writer.isAlive()) {
                Thread.sleep(20);
            }
            before = List.copyOf(answered);
            assertEnded(0, "backup", "first");
            isOver.set(true);
            writer.join();
        }
        assertTrue(before.size() >= 30, before.size() + " answered");
        assertTrue(answered.size() > before.size(), "writes went on during the backup");

        assertEnded(0, "restore", "second");
        try (Serving serving = Serving.start(settings("second"), Clock.systemUTC())) {
            for (String id : before) {
                HttpAnswer.to(request(serving, "Patient/" + id).build()).expect(200);
                String events = HttpAnswer.to(request(serving, "AuditEvent?subtype=update&entity=Patient/" + id)
                                .build())
                        .expect(200)
                        .body();
                assertTrue(events.contains("AuditEvent/"), id + " is in the trail");
            }
        }
    }

    @Test
    void nothingIsWrittenOver() {
        Serving.start(settings("first"), Clock.systemUTC()).close();
        Copies copies = new Copies(settings("first"));
        copies.backUp(copy());

        assertRefused("is not empty; name a new folder", () -> copies.backUp(copy()));
        assertRefused("exists; restore into an empty folder", () -> copies.restore(copy()));
    }

    @Test
    void aDamagedCopyIsNotPutBack() throws Exception {
        Serving.start(settings("first"), Clock.systemUTC()).close();
        new Copies(settings("first")).backUp(copy());
        byte[] copy = Files.readAllBytes(copy().resolve("chart.db"));
        java.util.Arrays.fill(copy, copy.length / 2, copy.length, (byte) 7);
        Files.write(copy().resolve("chart.db"), copy);

        assertRefused("chart.db", () -> new Copies(settings("second")).restore(copy()));
        assertTrue(Files.notExists(folder.resolve("second/fascicle.db")));
    }

    private static void assertRefused(String why, Executable work) {
        String said = assertThrows(Fault.class, work).getMessage();
        assertTrue(said.contains(why), said);
    }

    private void write(Serving serving) {
        for (int i = 0; !isOver.get(); i++) {
            String id = "patient-" + i;
            HttpAnswer.to(request(serving, "Patient/" + id)
                            .header("Content-Type", "application/fhir+json")
                            .PUT(BodyPublishers.ofString("{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}"))
                            .build())
                    .expect(201);
            answered.add(id);
        }
    }

    private String assertEnded(int code, String command, String store) {
        Command.Ended ended = Command.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        command,
                        copy().toString())
                .with("FASCICLE_STORE", url(store))
                .run();
        assertEquals(code, ended.code(), ended.output());
        return ended.output();
    }

    private Path copy() {
        return folder.resolve("copy");
    }

    private Settings settings(String store) {
        return Settings.from(Map.of("FASCICLE_PORT", "0", "FASCICLE_STORE", url(store)));
    }

    private String url(String store) {
        return "jdbc:sqlite:" + folder.resolve(store).resolve("fascicle.db");
    }

    private static HttpRequest.Builder request(Serving serving, String what) {
        return HttpRequest.newBuilder(URI.create(serving.base() + "/fhir/" + what));
    }
}
