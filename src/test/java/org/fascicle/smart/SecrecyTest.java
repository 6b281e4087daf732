package org.fascicle.smart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.smart.exchange.LaunchContext;
import org.fascicle.smart.exchange.TokenAnswer;
import org.fascicle.smart.exchange.User;
import org.fascicle.state.Held;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A launch, a renewal, a refusal and a logout, with every line of our log written down. */
class SecrecyTest extends LaunchScene {
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.fascicle");
    private final Logger nimbus = (Logger) LoggerFactory.getLogger("com.nimbusds");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final List<Page> shown = new ArrayList<>();

    @BeforeEach
    void listen() {
        lines.start();
        for (Logger logger : List.of(ours, nimbus)) {
            logger.setLevel(Level.TRACE);
            logger.addAppender(lines);
        }
    }

    @AfterEach
    void stopListening() {
        for (Logger logger : List.of(ours, nimbus)) {
            logger.setLevel(null);
            logger.detachAppender(lines);
        }
    }

    @Test
    void a15_tokensAreInNoLogNoAddressNoPageNoCookieAndNoFileInTheClear() throws IOException {
        ehr.tokens.put("refresh_token", "refresh-token-1").put("expires_in", 1);
        Page begun = begin();
        String nonce = begun.redirectParameters().get("nonce");
        String identity = ehr.signed(ehr.identity(nonce).build());
        ehr.tokens.put("id_token", identity);
        Page opened = node.comeBack(browser, begun);
        Page page = browser.follow(opened);
        shown.addAll(List.of(begun, opened, page, browser.get(page.address() + "?do=renew")));
        shown.add(node.comeBack(browser, begun));
        String verifier = ehr.asked("/token").get(0).form().get("code_verifier");
        shown.add(browser.post(
                URI.create(node.base + "/logout"),
                Map.of("launch", page.address().getPath().split("/")[2])));

        assertEquals(2, ehr.asked("/token").size());
        assertTrue(
                lines.list.stream().anyMatch(line -> line.getFormattedMessage().contains("access renewed")));
        for (String secret : List.of("access-token-1", "refresh-token-1", identity, verifier)) {
            assertNowhere(secret);
        }
    }

    private void assertNowhere(String secret) throws IOException {
        lines.list.forEach(line -> assertFalse(line.getFormattedMessage().contains(secret), line.toString()));
        lines.list.forEach(line -> assertEquals(null, line.getThrowableProxy()));
        for (Page page : shown) {
            String all = page.address() + page.body() + page.headers();
            assertFalse(all.contains(secret), () -> secret + " in " + page.address());
        }
        assertFalse(browser.cookies().toString().contains(secret));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String written = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(written.contains(secret), () -> secret + " in " + file);
            }
        }
    }

    @Test
    void ourLogSaysWhyALaunchWasRefusedButNotInTheEhrsWords() {
        ehr.tokens.remove("patient");
        launch();
        browser.get(node.callback("error=access_denied&error_description=Ann%20Example%0aFAKE&state="
                + begin().redirectParameters().get("state")));

        List<String> told =
                lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertEquals(
                List.of(
                        "launch from Scripted refused: NO_PATIENT: `patient` is missing from the token response",
                        "launch from Scripted refused: DENIED"),
                told);
    }

    @Test
    void a15_noRecordThatHoldsATokenShowsIt() {
        Tokens tokens = new Tokens("SECRET", "SECRET", 0, "", 0);
        Session session = new Session("", Map.of("patient", "SECRET"), "", "", Map.of(), tokens);
        Pending pending = new Pending("SECRET", "", "", "SECRET", "SECRET", "");
        LaunchKey key = new LaunchKey("SECRET", "SECRET");

        TokenAnswer answer = new TokenAnswer(
                "SECRET", Optional.of("SECRET"), Duration.ofHours(1), Optional.empty(), Map.of("id_token", "SECRET"));
        Held<Session> held = new Held<>(session, 1);
        LaunchContext context = LaunchContext.of(Map.of("patient", "SECRET", "encounter", "SECRET"));
        User user = new User("Practitioner/SECRET", Optional.of("SECRET"));

        for (Object record : List.of(tokens, session, pending, key, answer, held, context, user)) {
            assertFalse(record.toString().contains("SECRET"), record.getClass().getName());
        }
    }

    @Test
    void a15_noAnswerOfALaunchIsKeptOrTellsWhereItCameFrom() {
        Page begun = begin();
        Page opened = node.comeBack(browser, begun);
        Page refused = node.comeBack(browser, begun);

        for (Page page : List.of(begun, opened, refused)) {
            assertEquals(
                    "no-store", page.header("Cache-Control"), page.address().getPath());
            assertEquals("no-referrer", page.header("Referrer-Policy"));
            assertEquals("nosniff", page.header("X-Content-Type-Options"));
        }
        assertTrue(begun.redirects());
    }
}
