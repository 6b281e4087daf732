package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.testing.SelfSigned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators are given to install, against the program. */
class PackagingTest {
    private static final Path UNIT = Path.of("src/main/packaging/fascicle.service");
    private static final Path CONTAINER = Path.of("src/main/packaging/Containerfile");
    private static final Path KUBERNETES = Path.of("src/main/packaging/kubernetes.yaml");
    private static final Path GUIDE = Path.of("src/site/markdown/operating.md");

    @TempDir
    Path folder;

    @Test
    void everySettingTheyNameIsOneOfTheProgram() throws Exception {
        Set<String> known =
                Arrays.stream(Setting.values()).map(Setting::variable).collect(Collectors.toSet());
        for (Path file : List.of(UNIT, CONTAINER, KUBERNETES, GUIDE)) {
            List<String> named = found("\\bFASCICLE_[A-Z_]*[A-Z]", file)
                    .map(MatchResult::group)
                    .toList();
            assertFalse(named.isEmpty(), file::toString);
            assertEquals(
                    List.of(),
                    named.stream().filter(name -> !known.contains(name)).toList(),
                    file::toString);
        }
    }

    @Test
    void theProgramStartsWithTheSettingsOfTheManifestAndAnswersItsProbes() throws Exception {
        SelfSigned own = SelfSigned.make(folder, "EC");
        own.writeTo(folder.resolve("tls.crt"), folder.resolve("tls.key"));
        Files.writeString(
                folder.resolve("issuers.json"),
                "{\"issuers\":[{\"issuer\":\"https://auth.example.org\",\"keySet\":\"https://auth.example.org/keys\"}],"
                        + "\"tokenEndpoint\":\"https://auth.example.org/token\"}");
        Files.writeString(folder.resolve("ehrs.json"), "{\"ehrs\":[]}");
        Map<String, String> settings = ofTheManifest();
        HttpClient client = HttpClient.newBuilder().sslContext(own.trust()).build();
        try (Serving serving = Serving.start(Settings.from(settings), Clock.systemUTC())) {
            List<String> probes = found("httpGet: \\{path: (\\S+), port: https, scheme: HTTPS}", KUBERNETES)
                    .map(probe -> probe.group(1))
                    .toList();
            assertEquals(List.of("/health/live", "/health/live", "/health/ready"), probes);
            for (String probe : probes) {
                URI address = URI.create("https://localhost:" + settings.get("FASCICLE_PORT") + probe);
                assertEquals(200, status(client, address), probe);
            }
            assertEquals("https://fascicle.hospital.example", serving.base().toString());
        }
    }

    @Test
    void thePortsAreThoseTheProgramListensOn() throws Exception {
        assertEquals(List.of(Setting.PORT.standard()), groups("containerPort: (\\d+)", KUBERNETES));
        assertEquals(List.of(Setting.PORT.standard()), groups("EXPOSE (\\d+)", CONTAINER));
    }

    @Test
    void javaKnowsTheOptionsItIsStartedWith() throws Exception {
        for (Path file : List.of(UNIT, CONTAINER)) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            found("-XX:[+\\w]+(=[\\w/.]+)?", file)
                    .map(MatchResult::group)
                    .filter(option -> !option.contains("Archive"))
                    .forEach(command::add);
            assertTrue(command.size() > 2, file::toString);
            command.add("-version");
            Process java = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertEquals(0, java.waitFor(), command::toString);
        }
    }

    @Test
    void whatTheyCopyAndStartIsWhatTheBuildMakes() throws Exception {
        String build = Files.readString(Path.of("pom.xml"));
        assertTrue(build.contains("<finalName>fascicle</finalName>"));
        assertEquals(List.of("target/fascicle.jar"), groups("COPY (\\S+)", CONTAINER));
        assertEquals(List.of("/opt/fascicle/fascicle.jar"), groups("-jar (\\S+)", UNIT));
        assertEquals(List.of(Rehearsal.class.getName()), groups("(org\\.fascicle\\.\\w+)", CONTAINER));
    }

    /** What comes from a Secret, and files and port, as this machine has them. */
    private Map<String, String> ofTheManifest() throws Exception {
        Map<String, String> settings = new HashMap<>();
        found("- \\{name: (FASCICLE_\\w+), value: \"?([^\"}]+)\"?}", KUBERNETES)
                .forEach(set ->
                        settings.put(set.group(1), set.group(2).replaceFirst("^/etc/fascicle(-tls)?/", folder + "/")));
        List<String> secrets = groups("- name: (FASCICLE_\\w+)\\s+valueFrom: \\{secretKeyRef", KUBERNETES);
        assertEquals(List.of("FASCICLE_STORE", "FASCICLE_SECRET"), secrets);
        settings.put("FASCICLE_STORE", "jdbc:sqlite:" + folder.resolve("fascicle.db"));
        settings.put("FASCICLE_SECRET", Base64.getEncoder().encodeToString(new byte[32]));
        try (ServerSocket free = new ServerSocket(0)) {
            settings.put("FASCICLE_PORT", "" + free.getLocalPort());
        }
        return settings;
    }

    private static int status(HttpClient client, URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static List<String> groups(String pattern, Path file) throws Exception {
        return found(pattern, file).map(found -> found.group(1)).toList();
    }

    private static Stream<MatchResult> found(String pattern, Path file) throws Exception {
        return Pattern.compile(pattern).matcher(Files.readString(file)).results();
    }
}
