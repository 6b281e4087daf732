package org.fascicle.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Key;
import org.fascicle.fhir.term.Systems;
import org.fascicle.http.Listener;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.PracticeChart;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest {

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-21T09:00:00Z"));
    private final Receiver receiver = new Receiver();
    private Listener listener;
    private Chart chart;
    private State state;
    private Watch watch;

    @BeforeEach
    void open() {
        listener =
                Listener.start("localhost", 0, context -> context.addServlet(new ServletHolder(receiver), "/hooks/*"));
        chart = PracticeChart.open(folder, clock);
        state = State.open(StatePlace.at("jdbc:sqlite:" + folder.resolve("state.db")), Optional.empty(), clock);
        watch = watching();
        look();
    }

    private Watch watching() {
        return new Watch(chart, state, clock).telling(new Subscribers(List.of(URI.create(at("/hooks/")))));
    }

    @AfterEach
    void close() {
        watch.close();
        state.close();
        chart.close();
        listener.close();
    }

    @Test
    void aRequestedSubscriptionBecomesActive() {
        chart.update(subscription("RiskAssessment?urgency=emergency,same-day"));
        look();
        assertEquals(SubscriptionStatus.ACTIVE, stored().getStatus());
    }

    @Test
    void whoeverSubscribedIsToldOfAFittingResultByAnEmptyRequestWithTheSecret() {
        chart.update(subscription("RiskAssessment?urgency=emergency,same-day"));
        look();
        chart.update(result("r1", "emergency"));
        look();
        assertEquals(List.of("/hooks/r X-Secret=s3cret body=0"), receiver.received);
        look();
        assertEquals(1, receiver.received.size());
    }

    @Test
    void ofSeveralNodesThatWatchOneTells() {
        chart.update(subscription("RiskAssessment?urgency=emergency"));
        look();
        chart.update(result("r1", "emergency"));
        look();
        try (Watch another = watching()) {
            another.round();
            another.round();
        }
        assertEquals(1, receiver.received.size());
    }

    @Test
    void aResultThatDoesNotFitIsNotTold() {
        chart.update(subscription("RiskAssessment?urgency=emergency,same-day"));
        look();
        chart.update(result("r1", "routine"));
        look();
        assertEquals(List.of(), receiver.received);
        chart.update(result("r1", "same-day"));
        look();
        assertEquals(1, receiver.received.size());
    }

    @Test
    void aReceiverThatFailsIsTriedAgainLaterAndLater() {
        receiver.status.set(503);
        chart.update(subscription("RiskAssessment?urgency=emergency"));
        look();
        chart.update(result("r1", "emergency"));
        watch.round();
        watch.round();
        assertEquals(1, receiver.received.size());
        clock.forward(Duration.ofSeconds(1));
        watch.round();
        assertEquals(2, receiver.received.size());
        clock.forward(Duration.ofSeconds(1));
        watch.round();
        assertEquals(2, receiver.received.size());
        receiver.status.set(200);
        clock.forward(Duration.ofSeconds(1));
        watch.round();
        assertEquals(3, receiver.received.size());
        assertEquals(0, state.queue("notify").size());
        assertEquals(SubscriptionStatus.ACTIVE, stored().getStatus());
    }

    @Test
    void aReceiverThatFailsForGoodPutsTheSubscriptionInError() {
        receiver.status.set(500);
        chart.update(subscription("RiskAssessment?urgency=emergency"));
        look();
        chart.update(result("r1", "emergency"));
        for (int i = 0; i < 12; i++) {
            look();
            clock.forward(Duration.ofMinutes(6));
        }
        assertEquals(8, receiver.received.size());
        assertEquals(SubscriptionStatus.ERROR, stored().getStatus());
        assertTrue(stored().getError().contains("8 attempts"), stored().getError());
        assertEquals(0, state.queue("notify").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/hooks/r",
                "https://evil.example/hooks/r",
                "http://169.254.169.254/latest",
                "file:///etc/passwd",
                "%s/other/r",
                "%s/hooks/../other",
                "http://user@localhost/hooks/r"
            })
    void anAddressThatIsNotAllowedIsNeverAsked(String endpoint) {
        Subscription subscription = subscription("RiskAssessment?urgency=emergency");
        subscription.getChannel().setEndpoint(endpoint.replace("%s", at("")));
        chart.update(subscription);
        look();
        assertEquals(SubscriptionStatus.ERROR, stored().getStatus());
        chart.update(subscription.setStatus(SubscriptionStatus.ACTIVE));
        chart.update(result("r1", "emergency"));
        look();
        look();
        assertEquals(SubscriptionStatus.ERROR, stored().getStatus());
        assertEquals(List.of(), receiver.received);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Patient?name=x", "RiskAssessment?no-such=1", "RiskAssessment", "", "RiskAssessment?urgency="})
    void criteriaThatCannotBeMetAreAnError(String criteria) {
        chart.update(subscription(criteria.isEmpty() ? "?" : criteria));
        look();
        assertEquals(SubscriptionStatus.ERROR, stored().getStatus());
        assertTrue(stored().hasError());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Content-Length: 7", "X-A: b\r\nX-C: d", "no colon", "X-Empty:"})
    void headersThatWouldBendTheRequestAreAnError(String header) {
        Subscription subscription = subscription("RiskAssessment?urgency=emergency");
        subscription.getChannel().addHeader(header);
        chart.update(subscription);
        look();
        assertEquals(SubscriptionStatus.ERROR, stored().getStatus());
    }

    @Test
    void aPayloadAndOtherChannelsAreNotOffered() {
        Subscription payload = subscription("RiskAssessment?urgency=emergency");
        payload.getChannel().setPayload("application/fhir+json");
        chart.update(payload);
        look();
        assertEquals(SubscriptionStatus.ERROR, stored().getStatus());
        Subscription email = subscription("RiskAssessment?urgency=emergency");
        email.getChannel().setType(SubscriptionChannelType.EMAIL);
        chart.update(email);
        look();
        assertEquals(SubscriptionStatus.ERROR, stored().getStatus());
    }

    @Test
    void aSubscriptionWhoseTimeIsOverIsOff() {
        Subscription subscription = subscription("RiskAssessment?urgency=emergency");
        subscription.setEnd(Date.from(clock.instant().plus(Duration.ofMinutes(1))));
        chart.update(subscription);
        look();
        assertEquals(SubscriptionStatus.ACTIVE, stored().getStatus());
        clock.forward(Duration.ofMinutes(2));
        look();
        assertEquals(SubscriptionStatus.OFF, stored().getStatus());
        chart.update(result("r1", "emergency"));
        look();
        assertEquals(List.of(), receiver.received);
    }

    /** Looks twice, with time enough between for what waits a second or two. */
    private void look() {
        watch.round();
        clock.forward(Duration.ofMillis(1500));
    }

    private Subscription stored() {
        return chart.read(new Key("Subscription", "s1")).as(Subscription.class);
    }

    private Subscription subscription(String criteria) {
        Subscription subscription = new Subscription()
                .setStatus(SubscriptionStatus.REQUESTED)
                .setReason("a worklist")
                .setCriteria(criteria);
        subscription.setId("s1");
        subscription
                .getChannel()
                .setType(SubscriptionChannelType.RESTHOOK)
                .setEndpoint(at("/hooks/r"))
                .addHeader("X-Secret: s3cret");
        return subscription;
    }

    private static RiskAssessment result(String id, String urgency) {
        RiskAssessment result =
                new RiskAssessment().setStatus(RiskAssessmentStatus.FINAL).setSubject(new Reference("Patient/p1"));
        result.setId(id);
        result.addExtension(new Extension(Systems.URGENCY_EXTENSION, new CodeType(urgency)));
        return result;
    }

    private String at(String path) {
        return "http://localhost:" + listener.port() + path;
    }

    private static final class Receiver extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient List<String> received = new CopyOnWriteArrayList<>();
        private final AtomicInteger status = new AtomicInteger(200);

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int body = request.getInputStream().readAllBytes().length;
            received.add(request.getRequestURI() + " X-Secret=" + request.getHeader("X-Secret") + " body=" + body);
            response.setStatus(status.get());
        }
    }
}
