package org.fascicle.pages;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.fascicle.chart.Chart;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.http.Traced;
import org.fascicle.look.HtmlAnswer;
import org.fascicle.look.Language;
import org.fascicle.look.Words;
import org.fascicle.pages.visit.Drawing;
import org.fascicle.pages.visit.Failing;
import org.fascicle.pages.visit.Form;
import org.fascicle.pages.visit.Reply;
import org.fascicle.pages.visit.Visit;
import org.fascicle.smart.Launch;
import org.fascicle.smart.Launches;
import org.fascicle.smart.trouble.LaunchRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /app/…}: finds the launch a request belongs to, lets the page answer, and turns what went wrong into words. */
final class Reception extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final String WORDS = "org.fascicle.pages.words";

    private final transient Launches launches;
    private final transient LaunchedChart charts;
    private final transient Screens screens;
    private final transient Troubles troubles;
    private final transient Clock clock;

    Reception(Launches launches, LaunchedChart charts, Screens screens, Drawing drawing, Clock clock) {
        this.launches = launches;
        this.charts = charts;
        this.screens = screens;
        this.troubles = new Troubles(drawing);
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        serve(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        serve(request, response);
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Words words = Words.in(Language.of(request, response), WORDS);
        Optional<Launch> launch = launches.find(request);
        launch.ifPresent(found -> trace(found, request));
        if (launch.isPresent() && request.getRequestURI().endsWith("/" + Drawing.STYLE)) {
            style(launch.get(), response);
            return;
        }
        Reply reply =
                launch.map(found -> visited(found, words, request)).orElseGet(() -> troubles.unknownLaunch(words));
        if (reply instanceof Reply.Html html) {
            new HtmlAnswer(html.status(), html.html(), Framing.of(launch)).send(request, response);
        } else if (reply instanceof Reply.SeeOther other) {
            HtmlAnswer.confidential(response);
            seeOther(other.address(), Form.isPart(request), response);
        }
    }

    /** A page that asked for a part of itself is left as a whole. */
    private static void seeOther(String address, boolean isPart, HttpServletResponse response) {
        response.setStatus(isPart ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(isPart ? "HX-Redirect" : "Location", address);
    }

    private static void trace(Launch launch, HttpServletRequest request) {
        Traced.client(request, launch.ehr().name());
        Traced.patient(request, launch.context().patient());
        launch.user().ifPresent(user -> Traced.user(request, user.reference()));
    }

    private Reply visited(Launch launch, Words words, HttpServletRequest request) {
        try {
            LaunchedChart.Opened opened = charts.open(launch);
            try (Chart chart = opened.chart()) {
                return answered(
                        new Visit(launch, chart, opened.plan(), words, OffsetDateTime.now(clock), Form.of(request)),
                        request);
            }
        } catch (Fault fault) {
            return troubles.of(words, failing(launch, fault));
        }
    }

    private Reply answered(Visit visit, HttpServletRequest request) {
        try {
            Screens.Found found = screens.find(request.getRequestURI())
                    .orElseThrow(() -> new Fault(Kind.NOT_FOUND, "There is no such page"));
            return request.getMethod().equals("POST")
                    ? found.screen().act(visit, found.id())
                    : found.screen().show(visit, found.id());
        } catch (Fault fault) {
            return troubles.of(visit, failing(visit.launch(), fault));
        } catch (LaunchRefused refused) {
            LOG.warn("launch from {}: {}", visit.launch().ehr().name(), refused.forLog());
            return troubles.of(visit, Failing.of(refused));
        }
    }

    private static Failing failing(Launch launch, Fault fault) {
        LOG.warn("{} of a launch from {}: {}", fault.kind(), launch.ehr().name(), fault.getMessage());
        return Failing.of(fault);
    }

    private static void style(Launch launch, HttpServletResponse response) throws IOException {
        HtmlAnswer.confidential(response);
        response.setContentType("text/css;charset=utf-8");
        response.getOutputStream().write(launch.style().css().getBytes(StandardCharsets.UTF_8));
    }
}
