package org.fascicle.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fascicle.oauth.BadToken;
import org.fascicle.smart.PracticeSite.Kind;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Feature;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.Browser;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole launch, over HTTP, against the practice EHR's true authorization server. */
class PracticeLaunchTest {
    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock(Instant.now());
    private final Browser browser = Browser.fresh();
    private State state;

    @BeforeEach
    void open() {
        state = State.open(StatePlace.at("jdbc:sqlite:" + directory.resolve("state.db")), Optional.empty(), clock);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theButtonInTheChartOpensThatPatientForThatClinician(Kind kind) {
        try (PracticeSite site = PracticeSite.start(state, kind, clock)) {
            Page consent = site.press(browser, "dr-1", Map.of("patient", "p2", "encounter", "e7"));
            Page page = browser.follow(site.allow(browser, consent, Set.of()));

            assertEquals("Patient/p2", page.body());
            Launch launch = site.launchAt(browser, page);
            assertEquals("e7", launch.context().encounter().orElseThrow());
            assertEquals("Practitioner/dr-1", launch.user().orElseThrow().reference());
            assertEquals(
                    "Dr. Ada <Fictional>", launch.user().orElseThrow().name().orElseThrow());
            assertTrue(launch.features().missing().isEmpty());
            assertTrue(launch.context().needsBanner());
            assertTrue(launch.style().css().contains("--ehr-color-text:#1d2733"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aloneTheClinicianSignsInAndPicksThePatient(Kind kind) {
        try (PracticeSite site = PracticeSite.start(state, kind, clock)) {
            Page signIn = browser.follow(browser.get(site.at("/launch")));
            assertTrue(signIn.body().contains("Dr. Ada &lt;Fictional&gt;"), signIn.body());
            Page picker = browser.follow(browser.post(
                    site.at("/authority/sign-in"), Map.of("clinician", "dr-2", "request", signIn.hidden("request"))));
            assertTrue(picker.body().contains("Ben Example"), picker.body());
            Page consent = browser.follow(browser.post(
                    site.at("/authority/patient"), Map.of("patient", "p1", "request", picker.hidden("request"))));
            Page page = browser.follow(site.allow(browser, consent, Set.of()));

            assertEquals("Patient/p1", page.body());
            assertEquals(
                    "Practitioner/dr-2",
                    site.launchAt(browser, page).user().orElseThrow().reference());
        }
    }

    @Test
    void whatTheClinicianTakesAwayFallsAwayAndTheRestStays() {
        try (PracticeSite site = PracticeSite.start(state, Kind.ES384, clock)) {
            Page consent = site.press(browser, "dr-1", Map.of("patient", "p1"));
            Page page = browser.follow(
                    site.allow(browser, consent, Set.of("patient/RiskAssessment.crus", "patient/Condition.rs")));

            Launch launch = site.launchAt(browser, page);
            assertEquals(
                    Set.of(Feature.SEE_PROBLEMS, Feature.SAVE_RESULT),
                    launch.features().missing());
        }
    }

    @Test
    void theTokenIsForThisPatientThisClinicianAndTheseScopes() throws Exception {
        try (PracticeSite site = PracticeSite.start(state, Kind.ES384, clock)) {
            Launch launch = launch(site);

            JWTClaimsSet claims = site.authority().check(site.launches().token(launch));

            assertEquals("p1", claims.getStringClaim("patient"));
            assertEquals("fascicle", claims.getStringClaim("client_id"));
            assertEquals(List.of(site.base() + "/fhir"), claims.getAudience());
            assertEquals(site.base() + "/fhir/Practitioner/dr-1", claims.getStringClaim("fhirUser"));
            assertTrue(claims.getStringClaim("scope").contains("patient/Patient.r "));
        }
    }

    @Test
    void anAccessThatEndsIsRenewedWithANewRefreshTokenEachTime() throws Exception {
        try (PracticeSite site = PracticeSite.start(state, Kind.ES384, clock)) {
            Launch launch = launch(site);
            String before = site.launches().token(launch);
            for (int i = 0; i < 3; i++) {
                clock.forward(Duration.ofMinutes(12));
                String after = site.launches().token(launch);
                assertNotEquals(before, after);
                assertEquals("p1", site.authority().check(after).getStringClaim("patient"));
                before = after;
            }
        }
    }

    @Test
    void logoutWithdrawsTheTokenAtTheEhrToo() {
        try (PracticeSite site = PracticeSite.start(state, Kind.ES384, clock)) {
            Launch launch = launch(site);
            String token = site.launches().token(launch);
            browser.post(site.at("/logout"), Map.of("launch", launch.key().handle()));

            assertThrows(BadToken.class, () -> site.authority().check(token));
            assertThrows(LaunchRefused.class, () -> site.launches().token(launch));
        }
    }

    @Test
    void aClinicianWhoDeniesIsToldCalmly() {
        try (PracticeSite site = PracticeSite.start(state, Kind.ES384, clock)) {
            Page consent = site.press(browser, "dr-1", Map.of("patient", "p1"));
            Page page = browser.follow(browser.post(
                    site.at("/authority/consent"), Map.of("decision", "deny", "request", consent.hidden("request"))));

            assertEquals(403, page.status());
            assertTrue(page.body().contains("`access_denied`"), page.body());
        }
    }

    @Test
    void aLaunchBegunOnOneNodeComesBackOnAnother() {
        try (PracticeSite first = PracticeSite.start(state, Kind.PUBLIC, clock)) {
            Page consent = first.press(browser, "dr-1", Map.of("patient", "p2"));
            Page back = first.allow(browser, consent, Set.of());
            try (Node second =
                    Node.start(Node.embedded(directory), clock, Optional.of(first.base()), asPublicClient(first))) {
                String address = back.location().toString().replace(first.base().toString(), second.base.toString());
                Page opened = browser.get(address);
                assertEquals(303, opened.status());
                String path = opened.location().getPath();

                assertEquals("Patient/p2", browser.get(second.base + path).body());
                assertEquals("Patient/p2", browser.get(first.base() + path).body());
            }
        }
    }

    private static Ehr asPublicClient(PracticeSite site) {
        Ehr ehr = site.authority().ehr();
        return new Ehr(
                ehr.name(), ehr.issuer(), "fascicle-public", new Authentication.None(), ehr.hosts(), ehr.terms());
    }

    private Launch launch(PracticeSite site) {
        Page consent = site.press(browser, "dr-1", Map.of("patient", "p1"));
        return site.launchAt(browser, browser.follow(site.allow(browser, consent, Set.of())));
    }
}
