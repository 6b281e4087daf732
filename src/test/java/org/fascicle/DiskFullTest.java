package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.testing.Command;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.Refusal;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program in a process whose files may suddenly grow no more, as on a disk that is full, and later may again. What the system
 * allows a process is changed by {@code prlimit}.
 */
@Tag("deep")
@Timeout(300)
class DiskFullTest {
    private static final Pattern BASE = Pattern.compile("http://[a-z0-9.:]+");
    private static final String PATIENT = "{\"resourceType\":\"Patient\"}";

    @TempDir
    Path folder;

    private Process process;
    private String base;

    @Test
    void f10_aFullDiskIsToldWritesAreRefusedReadsGoOnAndNothingIsLost() throws Exception {
        start();
        try {
            List<String> stored = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                stored.add(create().expect(201).as(Patient.class).getIdPart());
            }
            awaitReady(200);

            mayGrowTo("1");
            awaitReady(503);
            String said = get("/health/ready").body();
            assertTrue(said.contains("\"store\":\"fails\"") && said.contains("\"state\":\"fails\""), said);
            assertEquals(200, get("/health/live").status());
            Refusal.assertInWords(503, create());
            get("/fhir/Patient/" + stored.get(0)).expect(200);

            mayGrowTo("unlimited");
            awaitReady(200);
            stored.add(create().expect(201).as(Patient.class).getIdPart());
            for (String id : stored) {
                get("/fhir/Patient/" + id).expect(200);
            }
            assertEquals(12, events(), "eleven that were stored, and one that was refused");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The soft limit, so that it can be raised again. */
    private void mayGrowTo(String bytes) {
        Command.Ended ended = Command.of(
                        "prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":unlimited")
                .run();
        assertEquals(0, ended.code(), ended.output());
    }

    private void start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.fascicle.Main");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("FASCICLE_PORT", "0");
        builder.environment().put("FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("fascicle.db"));
        process = builder.start();
        BufferedReader said = process.inputReader();
        Matcher address = BASE.matcher("");
        while (!address.find()) {
            address = BASE.matcher(said.readLine());
        }
        base = address.group();
    }

    private void awaitReady(int status) throws InterruptedException {
        while (get("/health/ready").status() != status) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private HttpAnswer get(String path) {
        return HttpAnswer.to(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    /** Of creating, none of them twice. */
    private int events() {
        return get("/fhir/AuditEvent?subtype=create&_count=500")
                .expect(200)
                .ids()
                .size();
    }

    private HttpAnswer create() {
        return HttpAnswer.to(HttpRequest.newBuilder(URI.create(base + "/fhir/Patient"))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(PATIENT))
                .build());
    }
}
