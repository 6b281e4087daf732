package org.fascicle.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Terms;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.Test;

class FrameTest extends LaunchScene {

    @Override
    Ehr registered() {
        Terms terms = new Terms(Optional.empty(), List.of("https://ehr.example.org"), "", Duration.ofSeconds(5), "");
        return ehr.ehr(new Authentication.None(), terms);
    }

    @Test
    void a13_aBrowserThatKeepsNoCookieIsOfferedANewWindowBeforeTheEhrIsAsked() {
        Browser framed = Browser.withoutCookies();

        Page page = framed.follow(framed.get(node.launchAddress(ehr.fhirBase(), "one\"two")));

        assertEquals(200, page.status());
        assertTrue(page.body().contains("target=\"_blank\" rel=\"noopener\""), page.body());
        assertTrue(page.body()
                .contains("href=\"" + node.base + "/launch?iss=" + Node.encoded(ehr.fhirBase())
                        + "&amp;launch=one%22two\""));
        assertFalse(page.body().contains("<script"));
        assertTrue(ehr.asked().isEmpty(), "the launch can still be used in the new window");
    }

    @Test
    void a13_theNewWindowLaunches() {
        Browser framed = Browser.withoutCookies();
        Page offer = framed.follow(framed.get(node.launchAddress(ehr.fhirBase(), "xyz")));
        String link = offer.body().split("href=\"")[1].split("\"")[0].replace("&amp;", "&");

        Page begun = browser.follow(browser.get(link), ehr.origin());

        assertEquals("xyz", begun.redirectParameters().get("launch"));
        assertEquals("Patient/p1", browser.follow(node.comeBack(browser, begun)).body());
    }

    @Test
    void a13_theOfferIsShownInTheEhrsFrameAndNoOther() {
        Browser framed = Browser.withoutCookies();

        Page offer = framed.follow(framed.get(node.launchAddress(ehr.fhirBase(), "xyz")));

        assertTrue(offer.header("Content-Security-Policy").endsWith("frame-ancestors 'self' https://ehr.example.org"));
    }

    @Test
    void overHttpsTheCookieSurvivesInAFrameAndNoOtherHostCanPlantIt() {
        URI publicBase = URI.create("https://fascicle.example.org");
        try (Node behindProxy =
                Node.start(Node.embedded(directory), Clock.systemUTC(), Optional.of(publicBase), registered())) {
            Page page = browser.get(behindProxy.launchAddress(ehr.fhirBase(), "xyz"));

            String cookie = page.header("Set-Cookie");
            assertTrue(
                    cookie.matches(
                            "__Host-fascicle=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; Secure; SameSite=None; Partitioned"),
                    cookie);
            assertFalse(cookie.contains("Domain"));
        }
    }

    @Test
    void onThisMachineTheCookieIsAsStrictAsItCanBe() {
        Page page = browser.get(node.launchAddress(ehr.fhirBase(), "xyz"));

        String cookie = page.header("Set-Cookie");
        assertTrue(cookie.matches("fascicle=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax"), cookie);
    }

    @Test
    void aBrowserWithACookieKeepsIt() {
        begin();
        String cookie = browser.cookies().get("fascicle");
        begin();

        assertEquals(cookie, browser.cookies().get("fascicle"));
    }

    @Test
    void aCookieOfNoFormOfOursIsReplaced() {
        browser.cookies().put("fascicle", "chosen-by-an-attacker");
        begin();

        assertTrue(browser.cookies().get("fascicle").matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void byItsOtherNameThisMachineIsLeftForTheOneWeAreKnownBy() {
        String address = node.launchAddress(ehr.fhirBase(), "xyz").replace("//localhost", "//127.0.0.1");

        Page page = browser.get(address);

        assertEquals(node.launchAddress(ehr.fhirBase(), "xyz"), page.header("Location"));
    }
}
