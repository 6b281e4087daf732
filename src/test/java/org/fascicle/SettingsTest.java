package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "FASCICLE_PORT, 99999",
        "FASCICLE_MODE, open",
        "FASCICLE_CDS_SILENCE, a month",
        "FASCICLE_ASSESS_ON_SUBMIT, maybe",
        "FASCICLE_SUBSCRIBERS, http://elsewhere.example/",
        "FASCICLE_BASE_URL, fascicle.hospital.example",
        "FASCICLE_BASE_URL, https://fascicle.hospital.example/",
        "FASCICLE_BASE_URL, http://fascicle.hospital.example",
        "FASCICLE_TRUSTED_PROXY, proxy.hospital.example",
        "FASCICLE_TRUSTED_PROXY, 10.0.0.0/8",
        "FASCICLE_TRUSTED_PROXY, 10.0.0.5 fd00::5::1",
        "FASCICLE_ORIGINS, app.hospital.example",
        "FASCICLE_ORIGINS, https://app.hospital.example/",
        "FASCICLE_ORIGINS, https://app.hospital.example *",
        "FASCICLE_RATE, 0",
        "FASCICLE_LOG, xml"
    })
    void whatIsWrongIsNamedBeforeAnythingStarts(String variable, String value) {
        String said = refusal(variable, value);
        assertTrue(said.contains("`" + variable + "`") && said.contains("`" + value.split(" ")[0]), said);
    }

    @ParameterizedTest
    @CsvSource({"potasium.emergency.low=2.5", "potassium.emergency.low=1.0", "potassium.emergency.low=low"})
    void aWrongLimitIsNamedWithTheSettingThatItComesFrom(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("limits.properties"), line);
        Settings settings = Settings.from(Map.of("FASCICLE_LIMITS", file.toString()));
        String said =
                assertThrows(IllegalArgumentException.class, settings::limits).getMessage();
        assertTrue(said.contains("`FASCICLE_LIMITS`") && said.contains(line.split("=")[0]), said);
    }

    @Test
    void listsAreOfAddressesAndOriginsWithSpacesBetween() {
        Settings settings = Settings.from(Map.of(
                "FASCICLE_TRUSTED_PROXY", "10.0.0.5 fd00::5  10.0.0.5",
                "FASCICLE_ORIGINS", "https://app.hospital.example:8443 http://localhost:3000 http://[::1]:3000",
                "FASCICLE_BASE_URL", "https://hospital.example/fascicle"));
        assertEquals(Set.of("10.0.0.5", "fd00::5"), settings.words(Setting.TRUSTED_PROXY));
        assertEquals(3, settings.words(Setting.ORIGINS).size());
    }

    @Test
    void theSubscriptionsOfAFhirServerAreNotOursToServe() {
        String said = assertThrows(
                        IllegalArgumentException.class,
                        () -> Settings.from(Map.of(
                                "FASCICLE_STORE", "https://ehr.hospital.example/fhir",
                                "FASCICLE_SUBSCRIBERS", "https://pager.hospital.example/")))
                .getMessage();
        assertTrue(said.contains("`FASCICLE_SUBSCRIBERS`") && said.contains("`FASCICLE_STORE`"), said);
    }

    private static String refusal(String variable, String value) {
        return assertThrows(IllegalArgumentException.class, () -> Settings.from(Map.of(variable, value)))
                .getMessage();
    }
}
