package org.fascicle.smart.ehr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EhrFileTest {
    private static final String GOOD = "\"issuer\": \"https://ehr.example.org/fhir/r4\", \"clientId\": \"fascicle\"";

    @TempDir
    Path directory;

    @Test
    void anEhrWithEverythingIsRead() throws Exception {
        Files.writeString(
                directory.resolve("north.jwk"),
                new ECKeyGenerator(Curve.P_384).keyID("k1").generate().toJSONString());
        Ehr ehr = read("{\"ehrs\": [{\"name\": \"North\", " + GOOD
                        + ", \"authentication\": \"private_key_jwt\", \"keyFile\": \"north.jwk\","
                        + " \"endpointHosts\": [\"auth.example.org\", \"auth.example.org:8443\"],"
                        + " \"scopes\": \"patient/*.read\", \"frameOrigins\": [\"https://portal.example.org\"],"
                        + " \"callback\": \"north\", \"timeoutSeconds\": 20,"
                        + " \"orderPage\": \"https://portal.example.org/{patient}/orders?id={id}\"}]}")
                .get(0);

        assertEquals("North", ehr.name());
        assertEquals("https://ehr.example.org/fhir/r4", ehr.issuer());
        assertEquals("fascicle", ehr.clientId());
        assertEquals(Set.of("ehr.example.org", "auth.example.org", "auth.example.org:8443"), ehr.hosts());
        assertEquals("patient/*.read", ehr.terms().scopes().orElseThrow().toString());
        assertEquals(List.of("https://portal.example.org"), ehr.terms().frameOrigins());
        assertEquals("north", ehr.terms().callback());
        assertEquals(Duration.ofSeconds(20), ehr.terms().timeout());
        assertEquals(
                Optional.of("https://portal.example.org/p1/orders?id=o1"),
                ehr.terms().findOrderPage("p1", "o1"));
        Authentication.PrivateKey key = (Authentication.PrivateKey) ehr.authentication();
        assertEquals("ES384", key.algorithm().getName());
        assertEquals("k1", key.signing().getKeyID());
        assertFalse(key.published().get(0).isPrivate());
    }

    @Test
    void anEhrWithTheLeastIsRead() {
        Ehr ehr = read("{\"ehrs\": [{" + GOOD + ", \"authentication\": \"public\"}]}")
                .get(0);

        assertEquals("ehr.example.org", ehr.name());
        assertTrue(ehr.terms().scopes().isEmpty());
        assertTrue(ehr.allows(URI.create("https://ehr.example.org/oauth2/token")));
        assertFalse(ehr.allows(URI.create("https://ehr.example.org.evil.example/token")));
        assertFalse(ehr.allows(URI.create("http://ehr.example.org/token")));
    }

    @Test
    void aSecretIsReadFromItsOwnFile() throws IOException {
        Files.writeString(directory.resolve("secret"), "s3cret\n");

        Ehr ehr = read("{\"ehrs\": [{" + GOOD + ", \"authentication\": \"secret\", \"secretFile\": \"secret\"}]}")
                .get(0);

        assertEquals(new Authentication.Secret("s3cret"), ehr.authentication());
        assertFalse(ehr.toString().contains("s3cret"));
    }

    @Test
    void ofAKeySetTheFirstSignsAndAllArePublished() throws Exception {
        Files.writeString(
                directory.resolve("keys"),
                new JWKSet(List.of(
                                new RSAKeyGenerator(2048).keyID("new").generate(),
                                new RSAKeyGenerator(2048).keyID("old").generate()))
                        .toString(false));

        Ehr ehr = read("{\"ehrs\": [{" + GOOD
                        + ", \"authentication\": \"private_key_jwt\", \"algorithm\": \"RS384\", \"keyFile\": \"keys\"}]}")
                .get(0);

        Authentication.PrivateKey key = (Authentication.PrivateKey) ehr.authentication();
        assertEquals("new", key.signing().getKeyID());
        assertEquals(2, key.published().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{| is not JSON; line 1",
                "[]|`the whole` must be a JSON object",
                "{\"ehrs\": {}}|`ehrs` must be a list",
                "{\"ehrs\": [7]}|`ehrs[0]` must be a JSON object",
                "{\"ehr\": []}|`ehr` is not a field; there are ehrs",
                "{\"ehrs\": [{}]}|`ehrs[0].issuer` is missing",
                "{\"ehrs\": [{\"issuer\": 7}]}|`ehrs[0].issuer` must be text",
                "{\"ehrs\": [{\"issuer\": \"http://ehr.example.org/\"}]}|`ehrs[0].issuer` is `http://ehr.example.org/`;",
                "{\"ehrs\": [{\"issuer\": \"https://u@ehr.example.org/\"}]}|`ehrs[0].issuer` is",
                "{\"ehrs\": [{\"issuer\": \"https://ehr.example.org/?a=b\"}]}|`ehrs[0].issuer` is",
                "{\"ehrs\": [{\"issuer\": \"https://e.example\"}]}|`ehrs[0].clientId` is missing",
                "{\"ehrs\": [{GOOD}]}|`ehrs[0].authentication` is missing",
                "{\"ehrs\": [{GOOD, \"authentication\": \"basic\"}]}|`ehrs[0].authentication` is `basic`; it must be `public`,",
                "{\"ehrs\": [{GOOD, \"authentication\": \"secret\"}]}|`ehrs[0].secretFile` is missing",
                "{\"ehrs\": [{GOOD, \"authentication\": \"secret\", \"secretFile\": \"no\"}]}|`ehrs[0].secretFile` is `no`;",
                "{\"ehrs\": [{GOOD, \"authentication\": \"private_key_jwt\"}]}|`ehrs[0].keyFile` is missing",
                "{\"ehrs\": [{GOOD, \"authentication\": \"public\", \"endpointHosts\": [\"https://a\"]}]}|`ehrs[0].endpointHosts` is",
                "{\"ehrs\": [{GOOD, \"authentication\": \"public\", \"endpointHosts\": \"a\"}]}|`ehrs[0].endpointHosts` must be a list",
                "{\"ehrs\": [{GOOD, \"authentication\": \"public\", \"frameOrigins\": [\"*\"]}]}|`ehrs[0].frameOrigins` is `*`",
                "{\"ehrs\": [{GOOD, \"authentication\": \"public\", \"frameOrigins\": [\"https://a.b/\"]}]}|`ehrs[0].frameOrigins` is",
                "{\"ehrs\": [{GOOD, \"authentication\": \"public\", \"callback\": \"../x\"}]}|`ehrs[0].callback` is `../x`",
                "{\"ehrs\": [{GOOD, \"authentication\": \"public\", \"orderPage\": \"javascript:{id}\"}]}|`ehrs[0].orderPage` is",
                "{\"ehrs\": [{GOOD, \"authentication\": \"public\", \"orderPage\": \"https://a.b/orders\"}]}|`ehrs[0].orderPage` is",
                "{\"ehrs\": [{GOOD, \"authentication\": \"public\", \"timeoutSeconds\": 0}]}|`ehrs[0].timeoutSeconds` is `0`",
                "{\"ehrs\": [{GOOD, \"authentication\": \"public\", \"timeoutSeconds\": \"x\"}]}|`ehrs[0].timeoutSeconds` is",
                "{\"ehrs\": [{GOOD, \"authentication\": \"public\", \"clientSecret\": \"s\"}]}|`ehrs[0].clientSecret` is not a field",
                "{\"ehrs\": [{GOOD, \"authentication\": \"public\"}, {\"issuer\": 1}]}|`ehrs[1].issuer` must be text"
            })
    void aFaultIsToldByTheFieldItStandsIn(String text, String told) {
        var refused = assertThrows(IllegalArgumentException.class, () -> read(text.replace("GOOD", GOOD)));

        assertTrue(refused.getMessage().startsWith("`FASCICLE_EHRS`"), refused.getMessage());
        assertTrue(refused.getMessage().contains(told), refused.getMessage());
    }

    @Test
    void aKeyThatIsTooWeakPublicOrNamelessIsRefused() throws Exception {
        for (String key : List.of(
                new ECKeyGenerator(Curve.P_256).keyID("k").generate().toJSONString(),
                new ECKeyGenerator(Curve.P_384).generate().toJSONString(),
                new ECKeyGenerator(Curve.P_384)
                        .keyID("k")
                        .generate()
                        .toPublicJWK()
                        .toJSONString(),
                "{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"k\"}",
                "{\"keys\":[]}",
                "-----BEGIN PRIVATE KEY-----")) {
            Files.writeString(directory.resolve("key"), key);

            var refused = assertThrows(IllegalArgumentException.class, this::readWithKey);

            assertTrue(refused.getMessage().contains("`ehrs[0].keyFile` must"), refused.getMessage());
            assertFalse(refused.getMessage().contains(key));
        }
    }

    @Test
    void anAlgorithmTheKeyCannotDoIsRefused() throws Exception {
        Files.writeString(
                directory.resolve("key"),
                new ECKeyGenerator(Curve.P_384).keyID("k").generate().toJSONString());

        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> read(
                        "{\"ehrs\": [{" + GOOD
                                + ", \"authentication\": \"private_key_jwt\", \"keyFile\": \"key\", \"algorithm\": \"RS384\"}]}"));

        assertTrue(refused.getMessage().contains("`ehrs[0].algorithm` is `RS384`"), refused.getMessage());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> EhrFile.read(directory.resolve("missing.json")));

        assertTrue(refused.getMessage().contains("missing.json` cannot be read"), refused.getMessage());
    }

    @Test
    void oneIssuerTwiceIsRefused() {
        List<Ehr> twice = read("{\"ehrs\": [{" + GOOD + ", \"authentication\": \"public\"}, {" + GOOD
                + ", \"authentication\": \"public\"}]}");

        var refused = assertThrows(IllegalArgumentException.class, () -> new Ehrs(twice));

        assertTrue(refused.getMessage().contains("`https://ehr.example.org/fhir/r4` is there twice"));
    }

    private List<Ehr> readWithKey() {
        return read("{\"ehrs\": [{" + GOOD + ", \"authentication\": \"private_key_jwt\", \"keyFile\": \"key\"}]}");
    }

    private List<Ehr> read(String text) {
        try {
            return EhrFile.read(Files.writeString(directory.resolve("ehrs.json"), text));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
