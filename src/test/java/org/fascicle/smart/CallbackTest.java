package org.fascicle.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Terms;
import org.fascicle.testing.Browser;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTest extends LaunchScene {

    @Test
    void aLaunchThatComesBackOpensItsOwnPage() {
        Page page = openedPage();

        assertEquals(200, page.status());
        assertEquals("Patient/p1", page.body());
        assertEquals(1, ehr.asked("/token").size());
    }

    @Test
    void a4_theStateHasAtLeast128BitsAndIsNeverTheSame() {
        Set<String> states = new TreeSet<>();
        for (int i = 0; i < 50; i++) {
            String state = begin().redirectParameters().get("state");
            assertTrue(Base64.getUrlDecoder().decode(state).length >= 16, state);
            states.add(state);
        }

        assertEquals(50, states.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=c", "code=c&state=", "code=c&state=wrong", "code=c&state=a&state=b", ""})
    void a4_withoutTheStateThereIsNoTokenCall(String query) {
        begin();

        assertEquals(400, browser.get(node.callback(query)).status());
        assertTrue(ehr.asked("/token").isEmpty());
    }

    @Test
    void a4_aStateWorksOnce() {
        Page begun = begin();
        assertEquals(303, node.comeBack(browser, begun).status());

        assertEquals(400, node.comeBack(browser, begun).status());
        assertEquals(1, ehr.asked("/token").size());
    }

    @Test
    void a4_aStateThatComesTwentyTimesAtOnceWorksOnce() throws Exception {
        Page begun = begin();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(() -> node.comeBack(browser, begun).status());
        }
        int opened = 0;
        for (Future<Integer> status : threads.invokeAll(calls)) {
            opened += status.get() == 303 ? 1 : 0;
        }
        threads.shutdownNow();

        assertEquals(1, opened);
        assertEquals(1, ehr.asked("/token").size());
    }

    @Test
    void a4_aStateLastsTenMinutes() {
        MovingClock clock = new MovingClock(Instant.now());
        try (Node slow = Node.start(Node.embedded(directory), clock, Optional.empty(), ehr.ehr())) {
            Page inTime = slow.begin(browser, ehr);
            Page late = slow.begin(browser, ehr);
            clock.forward(Duration.ofSeconds(599));
            assertEquals(303, slow.comeBack(browser, inTime).status());
            clock.forward(Duration.ofSeconds(1));

            assertEquals(400, slow.comeBack(browser, late).status());
            assertEquals(1, ehr.asked("/token").size());
        }
    }

    @Test
    void a4_aStateOfAnotherBrowserIsRefusedAndNotUsedUp() {
        Page begun = begin();
        Browser other = Browser.fresh();
        node.begin(other, ehr);

        assertEquals(400, node.comeBack(other, begun).status());
        assertEquals(400, node.comeBack(Browser.fresh(), begun).status());
        assertTrue(ehr.asked("/token").isEmpty());
        assertEquals(303, node.comeBack(browser, begun).status());
    }

    @Test
    void a5_anAttackersCodeDoesNotOpenInAVictimsBrowser() {
        Browser attacker = Browser.fresh();
        Page attackersLaunch = node.begin(attacker, ehr);
        Browser victim = Browser.fresh();

        Page page = node.comeBack(victim, attackersLaunch);

        assertEquals(400, page.status());
        assertTrue(ehr.asked("/token").isEmpty());
        assertTrue(victim.cookies().isEmpty());
    }

    @Test
    void a6_anAnswerOfAnotherIssuerIsRefused() {
        Page page = browser.get(node.callback("code=c&iss=https%3A%2F%2Fevil.example&state="
                + begin().redirectParameters().get("state")));

        assertEquals(400, page.status());
        assertTrue(page.body().contains("another EHR"), page.body());
        assertTrue(ehr.asked("/token").isEmpty());
    }

    @Test
    void a6_theFhirBaseIsNotTheIssuer() {
        Page page = browser.get(node.callback("code=c&iss=" + Node.encoded(ehr.fhirBase()) + "&state="
                + begin().redirectParameters().get("state")));

        assertEquals(400, page.status());
    }

    @Test
    void a6_anAnswerOfTheRightIssuerIsTakenAndItsBaseIsNot() {
        Page opened = browser.get(node.callback("code=c&iss=" + Node.encoded(ehr.origin()) + "&state="
                + begin().redirectParameters().get("state")));

        assertEquals(303, opened.status());
        assertEquals(ehr.fhirBase(), node.launchOf(browser, opened).fhirBase());
    }

    @Test
    void a6_anIssuerThatWasPromisedAndIsMissingIsRefused() {
        ehr.configuration.put("authorization_response_iss_parameter_supported", true);

        assertEquals(400, launch().status());
        assertTrue(ehr.asked("/token").isEmpty());
    }

    @Test
    void a7_whatTheEhrSaysIsShownAsTextOnly() {
        String attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e";
        Page page =
                browser.get(node.callback("error=" + Node.encoded(attack) + "&error_description=" + Node.encoded(attack)
                        + "&state=" + begin().redirectParameters().get("state")));

        assertEquals(403, page.status());
        assertFalse(page.body().contains("<script"), page.body());
        assertFalse(page.body().contains("<img"), page.body());
        assertFalse(page.body().contains("\u202e"));
        assertTrue(page.body().contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page.body());
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none';"));
        assertTrue(ehr.asked("/token").isEmpty());
    }

    @Test
    void a7_anErrorWithoutAStateIsNotShownAtAll() {
        Page page = browser.get(node.callback("error=access_denied&error_description=phish"));

        assertEquals(400, page.status());
        assertFalse(page.body().contains("phish"));
    }

    @Test
    void a8_theChallengeIsS256AndTheVerifierStaysHere() throws Exception {
        Page begun = begin();
        node.comeBack(browser, begun);

        String verifier = ehr.asked("/token").get(0).form().get("code_verifier");
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(verifier.getBytes("US-ASCII"));
        assertEquals("S256", begun.redirectParameters().get("code_challenge_method"));
        assertEquals(
                Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
                begun.redirectParameters().get("code_challenge"));
        assertFalse(begun.toString().contains(verifier));
        assertFalse(browser.cookies().toString().contains(verifier));
    }

    @Test
    void a8_everyLaunchHasAChallengeOfItsOwn() {
        assertNotEquals(
                begin().redirectParameters().get("code_challenge"),
                begin().redirectParameters().get("code_challenge"));
    }

    @Test
    void a9_theRedirectAddressIsOursWhateverTheLaunchSays() {
        String elsewhere = Node.encoded("https://evil.example/");
        Page begun = browser.follow(
                browser.get(node.launchAddress(ehr.fhirBase(), "x") + "&redirect=" + elsewhere + "&redirect_uri="
                        + elsewhere + "&next=" + elsewhere),
                ehr.origin());
        Page opened = node.comeBack(browser, begun);

        assertEquals(node.base + "/callback", begun.redirectParameters().get("redirect_uri"));
        assertEquals(node.base + "/callback", ehr.asked("/token").get(0).form().get("redirect_uri"));
        assertTrue(opened.location().toString().startsWith(node.base + "/app/"), opened.header("Location"));
        assertFalse(opened.header("Location").contains("evil"));
    }

    @Test
    void a9_theRequestSaysWhatSmartWants() {
        Page begun = begin();

        assertEquals("code", begun.redirectParameters().get("response_type"));
        assertEquals(ScriptedEhr.CLIENT, begun.redirectParameters().get("client_id"));
        assertEquals(ehr.fhirBase(), begun.redirectParameters().get("aud"));
        assertEquals("xyz", begun.redirectParameters().get("launch"));
    }

    @Test
    void a16_twoEhrsAtOnceEachGetTheirOwnCodeOnly() {
        try (ScriptedEhr second = ScriptedEhr.start();
                Node both = Node.start(directory, ehr.ehr(), second.ehr())) {
            second.tokens.put("patient", "p2");
            Page first = both.begin(browser, ehr);
            Page other = both.begin(browser, second);

            Page openedOther = browser.get(both.callback(
                    "code=code-of-second&state=" + other.redirectParameters().get("state")));
            Page openedFirst = browser.get(both.callback(
                    "code=code-of-first&state=" + first.redirectParameters().get("state")));

            assertEquals("Patient/p1", browser.follow(openedFirst).body());
            assertEquals("Patient/p2", browser.follow(openedOther).body());
            assertEquals("code-of-first", ehr.asked("/token").get(0).form().get("code"));
            assertEquals("code-of-second", second.asked("/token").get(0).form().get("code"));
        }
    }

    @Test
    void a16_aCodeOfOneEhrUnderTheStateOfAnotherIsRefused() {
        try (ScriptedEhr evil = ScriptedEhr.start();
                Node both = Node.start(directory, ehr.ehr(), evil.ehr())) {
            Page asEvil = both.begin(browser, evil);

            Page page = browser.get(both.callback("code=honest&iss=" + Node.encoded(ehr.origin()) + "&state="
                    + asEvil.redirectParameters().get("state")));

            assertEquals(400, page.status());
            assertTrue(evil.asked("/token").isEmpty());
            assertTrue(ehr.asked("/token").isEmpty());
        }
    }

    @Test
    void a16_anEhrWithARedirectAddressOfItsOwnIsAnsweredThereOnly() {
        Terms own = new Terms(Optional.empty(), List.of(), "evil", Duration.ofSeconds(5), "");
        try (ScriptedEhr evil = ScriptedEhr.start();
                Node both = Node.start(directory, ehr.ehr(), evil.ehr(new Authentication.None(), own))) {
            Page begun = both.begin(browser, evil);
            String query = "code=honest&state=" + begun.redirectParameters().get("state");

            assertEquals(
                    both.base + "/callback/evil", begun.redirectParameters().get("redirect_uri"));
            assertEquals(400, browser.get(both.callback(query)).status());
            assertEquals(
                    303,
                    browser.get(URI.create(both.base + "/callback/evil?" + query))
                            .status());
            assertEquals(1, evil.asked("/token").size());
        }
    }
}
