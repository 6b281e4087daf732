package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bill of materials that Maven writes into the jar. Maven leaves it out when it may not ask for anything. */
class BillOfMaterialsTest {
    private static final Path WRITTEN = Path.of("target/classes/META-INF/sbom/fascicle.cdx.json");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);

    private static Map<String, JsonNode> listed;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(WRITTEN), "written unless Maven is offline");
        JsonNode bill = new ObjectMapper().readTree(WRITTEN.toFile());
        assertEquals("CycloneDX", bill.path("bomFormat").asText());
        listed = StreamSupport.stream(bill.path("components").spliterator(), false)
                .collect(Collectors.toMap(
                        one -> one.path("group").asText() + ":"
                                + one.path("name").asText(),
                        one -> one));
    }

    @Test
    void g2_whatThePomShipsIsListedAndWhatItTestsWithIsNot() throws IOException {
        int shipped = 0;
        var declared = DEPENDENCY.matcher(Files.readString(Path.of("pom.xml")).replaceFirst("(?s)<profiles>.*", ""));
        while (declared.find()) {
            String name = declared.group(1) + ":" + declared.group(2);
            boolean isForTests = declared.group(3).contains("<scope>test</scope>");
            assertEquals(!isForTests, listed.containsKey(name), name);
            shipped += isForTests ? 0 : 1;
        }

        assertTrue(shipped > 10, shipped + " shipped");
    }

    /** What the core libraries would fetch addresses with. */
    @Test
    void g1_theCoreLibrariesShipWithoutTheirHttpClient() {
        assertEquals(
                List.of(),
                listed.keySet().stream()
                        .filter(name -> name.contains("okhttp") || name.contains("okio"))
                        .toList());
    }

    @Test
    void g2_everyPartIsListedWithItsLicenceAndTheDigestOfTheFileThatWeRunWith() throws Exception {
        Map<String, Path> jars = jars();
        assertTrue(listed.size() > 50, listed.size() + " parts");
        for (JsonNode part : listed.values()) {
            String file =
                    part.path("name").asText() + "-" + part.path("version").asText() + ".jar";
            assertTrue(jars.containsKey(file), file);
            assertEquals(digest(jars.get(file)), digest(part), file);
            assertFalse(part.path("licenses").isEmpty(), file);
        }
    }

    private static Map<String, Path> jars() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(Path::of)
                .filter(file -> file.toString().endsWith(".jar"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString(), file -> file, (one, same) -> one, TreeMap::new));
    }

    private static String digest(Path jar) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }

    private static String digest(JsonNode part) {
        return StreamSupport.stream(part.path("hashes").spliterator(), false)
                .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                .map(hash -> hash.path("content").asText())
                .findFirst()
                .orElse("");
    }
}
