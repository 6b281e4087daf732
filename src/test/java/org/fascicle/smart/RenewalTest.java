package org.fascicle.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.fascicle.oauth.Handles;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One launch seen by two nodes on one state. The EHR rotates its refresh tokens and remembers each it was sent. */
class RenewalTest extends LaunchScene {
    private final MovingClock clock = new MovingClock(Instant.now());
    private final AtomicInteger count = new AtomicInteger(1);
    private Node here;
    private Node there;
    private Launch launch;

    @BeforeEach
    void launchOnTwoNodes() {
        StatePlace place = place();
        here = Node.start(place, clock, Optional.empty(), ehr.ehr());
        there = Node.start(place, clock, Optional.of(here.base), ehr.ehr());
        ehr.on(
                "/token",
                exchange -> ScriptedEhr.send(exchange, 200, nextTokens().toString()));
        launch = here.launchOf(browser, here.comeBack(browser, here.begin(browser, ehr)));
    }

    /** Where both nodes keep their state. */
    StatePlace place() {
        return Node.embedded(directory);
    }

    private ObjectNode nextTokens() {
        int number = count.getAndIncrement();
        return ehr.tokens.deepCopy().put("access_token", "access-" + number).put("refresh_token", "refresh-" + number);
    }

    @AfterEach
    void stopBoth() {
        here.close();
        there.close();
    }

    @Test
    void aTokenThatIsGoodIsNotRenewed() {
        clock.forward(Duration.ofMinutes(59));

        assertEquals("access-1", here.launches().token(launch));
        assertTrue(refreshed().isEmpty());
    }

    @Test
    void a15_twentyAtOnceOnTwoNodesRenewOnce() throws Exception {
        clock.forward(Duration.ofHours(1));

        List<String> tokens = twentyAtOnce();

        assertEquals(Set.of("access-2"), new HashSet<>(tokens));
        assertEquals(List.of("refresh-1"), refreshed());
    }

    @Test
    void a15_overManyHoursNoRefreshTokenIsSentTwice() throws Exception {
        for (int hour = 0; hour < 5; hour++) {
            clock.forward(Duration.ofHours(1));
            twentyAtOnce();
        }

        assertEquals(List.of("refresh-1", "refresh-2", "refresh-3", "refresh-4", "refresh-5"), refreshed());
    }

    @Test
    void a15_aRefreshTokenWhoseAnswerWasLostIsNeverSentAgain() throws Exception {
        clock.forward(Duration.ofHours(1));
        ehr.on("/token", exchange -> exchange.close());

        assertThrows(LaunchRefused.class, () -> here.launches().token(launch));
        assertEquals(
                Trouble.ENDED,
                assertThrows(LaunchRefused.class, () -> there.launches().token(launch))
                        .trouble());
        assertEquals(1, refreshed().size());
    }

    @Test
    void a15_aRefusedRenewalEndsTheLaunchButNotWhatIsKnownOfIt() {
        clock.forward(Duration.ofHours(1));
        ehr.on("/token", exchange -> ScriptedEhr.send(exchange, 400, "{\"error\":\"invalid_grant\"}"));

        LaunchRefused refused =
                assertThrows(LaunchRefused.class, () -> here.launches().token(launch));

        assertEquals(Trouble.ENDED, refused.trouble());
        assertEquals(
                "Patient/p1", there.launches().find(launch.key()).orElseThrow().subject());
    }

    @Test
    void anEhrThatCannotBeReachedCostsNoRefreshToken() {
        clock.forward(Duration.ofMinutes(61));
        here.launches().token(launch);
        clock.forward(Duration.ofHours(1));
        int port = ehr.port();
        ehr.close();

        LaunchRefused refused =
                assertThrows(LaunchRefused.class, () -> here.launches().token(launch));

        assertEquals(Trouble.EHR_SILENT, refused.trouble());
        assertTrue(port > 0);
        assertEquals("refresh-2", refreshTokenKept());
    }

    @Test
    void aTokenTheEhrRefusedIsReplacedOnce() {
        assertEquals("access-2", here.launches().tokenOtherThan(launch, "access-1"));
        assertEquals("access-2", there.launches().tokenOtherThan(launch, "access-1"));
        assertEquals(List.of("refresh-1"), refreshed());
    }

    @Test
    void anEhrThatGivesNoNewRefreshTokenLeavesTheOldOneStanding() {
        ehr.on("/token", exchange -> ScriptedEhr.send(exchange, 200, withoutRefreshToken()));
        clock.forward(Duration.ofHours(1));
        here.launches().token(launch);

        assertEquals("refresh-1", refreshTokenKept());
    }

    @Test
    void narrowerScopesAfterARenewalTakeFeaturesAway() {
        ehr.tokens.put("scope", "patient/Patient.r");
        clock.forward(Duration.ofHours(1));
        here.launches().token(launch);

        Launch after = there.launches().find(launch.key()).orElseThrow();
        assertEquals(1, after.features().granted().size());
    }

    @Test
    void withoutARefreshTokenTheLaunchEndsWithItsToken() {
        ehr.on("/token", exchange -> ScriptedEhr.send(exchange, 200, withoutRefreshToken()));
        Launch short1 = here.launchOf(browser, here.comeBack(browser, here.begin(browser, ehr)));
        assertEquals("access-plain", here.launches().token(short1));
        clock.forward(Duration.ofHours(1));

        LaunchRefused refused =
                assertThrows(LaunchRefused.class, () -> here.launches().token(short1));
        assertEquals(Trouble.ENDED, refused.trouble());
    }

    @Test
    void a15_logoutClearsTheStoreOnEveryNodeAndRevokesAtTheEhr() {
        URI page = URI.create(here.base + launch.path());
        assertEquals(200, browser.get(page).status());

        Page goodbye = browser.post(
                URI.create(here.base + "/logout"), Map.of("launch", launch.key().handle()));

        assertEquals(200, goodbye.status());
        assertEquals(401, browser.get(page).status());
        assertTrue(there.launches().find(launch.key()).isEmpty());
        assertThrows(LaunchRefused.class, () -> there.launches().token(launch));
        assertEquals("refresh-1", ehr.asked("/revoke").get(0).form().get("token"));
    }

    @Test
    void a15_anotherSiteCannotLogAClinicianOut() {
        browser.post(URI.create(here.base + "/logout"), Map.of());
        browser.post(URI.create(here.base + "/logout"), Map.of("launch", Handles.fresh()));
        browser.get(here.base + "/logout?launch=" + launch.key().handle());

        assertTrue(here.launches().find(launch.key()).isPresent());
    }

    @Test
    void a15_afterTwelveHoursTheStoreHasForgottenTheLaunch() {
        clock.forward(Duration.ofHours(12));

        assertEquals(401, browser.get(URI.create(here.base + launch.path())).status());
        assertTrue(here.state().entries().sweep() > 0);
    }

    private String withoutRefreshToken() {
        return ehr.tokens.deepCopy().put("access_token", "access-plain").toString();
    }

    private List<String> refreshed() {
        return ehr.asked("/token").stream()
                .map(ScriptedEhr.Asked::form)
                .filter(form -> form.get("grant_type").equals("refresh_token"))
                .map(form -> form.get("refresh_token"))
                .toList();
    }

    private String refreshTokenKept() {
        return here.state()
                .shelf("launch", Session.class, Duration.ofHours(12))
                .find(launch.key().name())
                .orElseThrow()
                .value()
                .tokens()
                .refresh();
    }

    private List<String> twentyAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                calls.add(() -> here.launches().token(launch));
                calls.add(() -> there.launches().token(launch));
            }
            List<String> tokens = new ArrayList<>();
            for (Future<String> token : threads.invokeAll(calls)) {
                tokens.add(token.get());
            }
            return tokens;
        } finally {
            threads.shutdownNow();
        }
    }
}
