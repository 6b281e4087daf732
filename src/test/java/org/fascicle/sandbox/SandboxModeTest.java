package org.fascicle.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.fascicle.Settings;
import org.fascicle.sandbox.authority.Authority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxModeTest {
    private static final URI HERE = URI.create("http://localhost:8080");

    @Test
    void inSandboxModeOnThisMachineThePracticeEhrMayRun() {
        assertEquals(HERE, SandboxMode.of(Settings.from(Map.of()), HERE).base());
    }

    @Test
    void inConnectedModeItNeverRuns() {
        Settings connected = Settings.from(Map.of("FASCICLE_MODE", "connected"));

        var refused = assertThrows(IllegalStateException.class, () -> SandboxMode.of(connected, HERE));

        assertTrue(refused.getMessage().contains("`FASCICLE_MODE`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.5", "ehr.example.org", "::", "127.0.0.1.example.org"})
    void whereOthersCanReachItItNeverRuns(String host) {
        Settings open = Settings.from(Map.of("FASCICLE_HOST", host));

        assertThrows(IllegalStateException.class, () -> SandboxMode.of(open, HERE));
    }

    @Test
    void underAPublicNameItNeverRuns() {
        URI publicBase = URI.create("https://fascicle.example.org");

        assertThrows(IllegalStateException.class, () -> SandboxMode.of(Settings.from(Map.of()), publicBase));
    }

    @Test
    void thereIsNoOtherWayToTheProofAndNoAuthorityWithoutIt() {
        assertTrue(Arrays.stream(SandboxMode.class.getDeclaredConstructors())
                .allMatch(made -> Modifier.isPrivate(made.getModifiers())));
        assertTrue(Arrays.stream(Authority.class.getDeclaredConstructors())
                .allMatch(made -> made.getParameterTypes()[0] == SandboxMode.class));
    }
}
