package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent twice, at once or by going back, is in the chart once. */
class OnceTest {
    @TempDir
    static Path folder;

    private static WardSite site;
    private final Browser browser = Browser.fresh();

    @BeforeAll
    static void open() {
        site = WardSite.open(folder, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @AfterEach
    void mend() {
        site.trouble.set(call -> {});
    }

    @Test
    void theButtonPressedTwiceAtOnceCompletesOneHistory() {
        HtmlForm form = well("ada", "450");
        site.trouble.set(together("create"));
        CompletableFuture<Page> other = CompletableFuture.supplyAsync(() -> form.send(browser, "submit"));
        Page one = form.send(browser, "submit");
        assertEquals(303, one.status());
        assertEquals(303, other.join().status());
        assertEquals(one.header("Location"), other.join().header("Location"));
        assertEquals(List.of(QuestionnaireResponseStatus.COMPLETED), statuses("ada"));
        assertEquals(1, site.all(RiskAssessment.class, "ada").size());
    }

    @Test
    void theSecondOfTwoThatArrivesAfterTheFirstIsDoneTakesItsOwnBack() throws InterruptedException {
        HtmlForm form = well("beatrix", "450");
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean isFirst = new AtomicBoolean(true);
        site.trouble.set(call -> {
            if (call.equals("create") && isFirst.getAndSet(false)) {
                arrived.countDown();
                await(done);
            }
        });
        CompletableFuture<Page> held = CompletableFuture.supplyAsync(() -> form.send(browser, "submit"));
        assertTrue(arrived.await(60, TimeUnit.SECONDS), "it is about to write");
        Page one = form.send(browser, "submit");
        done.countDown();
        assertEquals(303, one.status());
        assertEquals(one.header("Location"), held.join().header("Location"));
        assertEquals(
                1,
                statuses("beatrix").stream()
                        .filter(QuestionnaireResponseStatus.COMPLETED::equals)
                        .count());
        assertEquals(1, site.all(RiskAssessment.class, "beatrix").size());
        assertTrue(
                browser.get(one.address().resolve("history")).body().contains("New assessment"),
                "nothing is in progress");
    }

    @Test
    void whoGoesBackToTheFormAmendsWhatWasCompleted() {
        HtmlForm form = well("kito", "100");
        int before = statuses("kito").size();
        Page result = browser.follow(form.send(browser, "submit"));
        Page again = form.send(browser, "submit");
        assertEquals(result.address().getPath(), again.header("Location"), "the same answers are the same history");

        Page overtaken = form.with("trig.caffeine", "777").send(browser, "submit");
        assertEquals(409, overtaken.status());
        assertTrue(overtaken.body().contains("has been completed meanwhile, with other answers"));
        HtmlForm amendment = HtmlForm.on(overtaken, "interview");
        assertEquals(List.of("777"), amendment.values("trig.caffeine"));

        Page back = browser.follow(browser.get(result.address().resolve("../interview")));
        assertTrue(back.body().contains("Amend the history"));
        assertEquals(List.of("100"), HtmlForm.on(back, "interview").values("trig.caffeine"));

        Page amended = browser.follow(amendment.send(browser, "submit"));
        assertEquals(result.address().getPath(), amended.address().getPath());
        assertEquals(303, amendment.send(browser, "submit").status(), "and the amendment twice is once");
        assertEquals(before + 1, statuses("kito").size());
    }

    @Test
    void twoTabsOfOneLaunchCompleteOneHistory() {
        Page start = site.launch(browser, "imke", "jonas");
        HtmlForm one = filled(browser.get(start.address().resolve("interview")), "100");
        HtmlForm other = filled(browser.get(start.address().resolve("interview")), "200");
        int before = statuses("jonas").size();
        assertEquals(303, one.send(browser, "submit").status());
        Page overtaken = other.send(browser, "submit");
        assertEquals(409, overtaken.status());
        assertEquals(List.of("200"), HtmlForm.on(overtaken, "interview").values("trig.caffeine"));
        assertEquals(before + 1, statuses("jonas").size());
    }

    @Test
    void aDraftThatSomebodyElseCompletesIsNotBegunAgain() {
        Page mine = browser.follow(well("priya", "100").send(browser, "save"));
        Browser samuel = Browser.fresh();
        Page theirs =
                samuel.get(site.launch(samuel, "samuel", "priya").address().resolve("interview"));
        int before = statuses("priya").size();
        assertEquals(
                303, HtmlForm.on(theirs, "interview").send(samuel, "submit").status());
        HtmlForm form = HtmlForm.on(mine, "interview");
        assertEquals(303, form.send(browser, "submit").status(), "the same answers: the same history");
        assertEquals(
                409, form.with("trig.caffeine", "200").send(browser, "submit").status());
        assertEquals(before, statuses("priya").size());
    }

    @Test
    void anotherHistoryIsBegunWhereItIsAskedFor() {
        Page result = browser.follow(well("otto", "100").send(browser, "submit"));
        int before = statuses("otto").size();
        Page history = browser.get(result.address().resolve("../history"));
        assertTrue(history.body().contains("/interview?new=yes\""));
        Page interview = browser.get(result.address().resolve("../interview?new=yes"));
        Page another = browser.follow(filled(interview, "200").send(browser, "submit"));
        assertEquals(200, another.status());
        assertEquals(before + 1, statuses("otto").size());
    }

    @Test
    void signedByTwoAtOnceItIsSignedOnce() {
        Page result =
                browser.get(site.launch(browser, "imke", "tomas").address().resolve("result/tomas-history"));
        Browser samuel = Browser.fresh();
        Page theirs =
                samuel.get(site.launch(samuel, "samuel", "tomas").address().resolve("result/tomas-history"));
        site.trouble.set(together("transact"));
        CompletableFuture<Page> other = CompletableFuture.supplyAsync(
                () -> HtmlForm.holding(theirs, "value=\"sign\"").send(samuel, "sign"));
        assertEquals(
                303,
                HtmlForm.holding(result, "value=\"sign\"").send(browser, "sign").status());
        assertEquals(303, other.join().status());
        List<Provenance> signatures = java.util.stream.Stream.of("imke", "samuel")
                .flatMap(who -> site.signedBy(who).stream())
                .filter(provenance -> provenance.getTarget().stream()
                        .anyMatch(target -> target.getReference().startsWith("RiskAssessment/")))
                .filter(provenance -> provenance.getActivity().getText().contains("signed"))
                .toList();
        assertEquals(1, signatures.size());
    }

    private HtmlForm well(String patient, String caffeine) {
        Page start = site.launch(browser, "imke", patient);
        return filled(browser.get(start.address().resolve("interview?new=yes")), caffeine);
    }

    private static HtmlForm filled(Page interview, String caffeine) {
        HtmlForm form = HtmlForm.on(interview, "interview");
        VisitTest.WELL.forEach(form::with);
        return form.with("trig.caffeine", caffeine);
    }

    private static List<QuestionnaireResponseStatus> statuses(String patient) {
        return site.all(QuestionnaireResponse.class, patient).stream()
                .map(QuestionnaireResponse::getStatus)
                .toList();
    }

    /** Holds the first two calls of this kind until both have come. */
    private static Consumer<String> together(String call) {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicBoolean isMet = new AtomicBoolean();
        return made -> {
            if (made.equals(call) && !isMet.get()) {
                await(both);
                isMet.set(true);
            }
        };
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException never) {
            throw new AssertionError("the other never came", never);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS), "it was never let go");
        } catch (InterruptedException never) {
            throw new AssertionError(never);
        }
    }
}
