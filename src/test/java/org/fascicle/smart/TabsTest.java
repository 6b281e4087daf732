package org.fascicle.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.fascicle.oauth.Handles;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TabsTest extends LaunchScene {
    private URI tabOne;
    private URI tabTwo;

    @BeforeEach
    void openTwoCharts() {
        tabOne = launch().location();
        ehr.tokens.put("patient", "p2").put("access_token", "access-token-2");
        tabTwo = launch().location();
    }

    @Test
    void a14_eachTabKeepsItsPatient() {
        assertEquals("Patient/p1", browser.get(tabOne).body());
        assertEquals("Patient/p2", browser.get(tabTwo).body());
        assertEquals("Patient/p1", browser.get(tabOne).body());
    }

    @Test
    void a14_eachTabKeepsItsToken() {
        Launches launches = node.launches();

        assertEquals("access-token-1", launches.token(node.launchOf(browser, pageAt(tabOne))));
        assertEquals("access-token-2", launches.token(node.launchOf(browser, pageAt(tabTwo))));
    }

    @Test
    void a14_aFormWritesToThePatientOfItsOwnTab() {
        assertEquals(
                200,
                save(tabOne, Map.of("subject", "Patient/p1", "text", "note")).status());

        assertEquals(List.of("Patient/p1 note"), node.written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Patient/p2", "{base}/Patient/p2", "p1", "", "Patient/p1/x", "https://evil.example/Patient/p1"})
    void a14_aFormThatMeansAnotherPatientWritesNothing(String subject) {
        Page page = save(tabOne, Map.of("subject", subject.replace("{base}", ehr.fhirBase()), "text", "note"));

        assertEquals(403, page.status());
        assertTrue(node.written.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/p1", "{base}/Patient/p1", "{base}/Patient/p1/_history/3"})
    void a14_thePatientIsKnownByEveryReferenceToIt(String subject) {
        assertEquals(
                200,
                save(tabOne, Map.of("subject", subject.replace("{base}", ehr.fhirBase()), "text", "note"))
                        .status());
    }

    @Test
    void a14_aFormOfOneTabSentToTheOtherWritesNothing() {
        String handleOfTabTwo = tabTwo.getPath().split("/")[2];

        Page page = save(tabOne, Map.of("subject", "Patient/p1", "text", "note", "launch", handleOfTabTwo));

        assertEquals(403, page.status());
        assertTrue(node.written.isEmpty());
    }

    @Test
    void a14_aHandleAloneOpensNothing() {
        assertEquals(401, Browser.fresh().get(tabOne).status());
        Browser other = Browser.fresh();
        node.comeBack(other, node.begin(other, ehr));
        assertEquals(401, other.get(tabOne).status());
    }

    @Test
    void a14_aCookieAloneOpensNothing() {
        assertEquals(401, browser.get(node.base + "/app/").status());
        assertEquals(
                401, browser.get(node.base + "/app/" + Handles.fresh() + "/").status());
    }

    @Test
    void a14_closingOneTabLeavesTheOther() {
        browser.post(
                URI.create(node.base + "/logout"),
                Map.of("launch", tabOne.getPath().split("/")[2]));

        assertEquals(401, browser.get(tabOne).status());
        assertEquals("Patient/p2", browser.get(tabTwo).body());
    }

    private Page save(URI tab, Map<String, String> form) {
        return browser.post(tab.resolve("save"), form);
    }

    private Page pageAt(URI tab) {
        return new Page(
                tab,
                303,
                java.net.http.HttpHeaders.of(Map.of("Location", List.of(tab.toString())), (a, b) -> true),
                "");
    }
}
