package org.fascicle.sandbox.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.fascicle.assessing.Assessing;
import org.fascicle.chart.Chart;
import org.fascicle.look.Assets;
import org.fascicle.look.ContentPolicy;
import org.fascicle.look.Frame;
import org.fascicle.look.HtmlAnswer;
import org.fascicle.look.Templates;
import org.fascicle.look.Words;
import org.fascicle.sandbox.authority.Person;
import org.fascicle.sandbox.authority.SignIn;
import org.fascicle.sandbox.cards.CardTray;
import org.fascicle.sandbox.cards.Cards;

/**
 * What every page of the practice EHR needs.
 *
 * @param assessing the use case with a clock of its own
 */
record Desk(Chart chart, Function<Clock, Assessing> assessing, SignIn signIn, Looks looks, Advice advice, Clock clock) {
    static final Words WORDS = Words.only(Locale.ENGLISH);

    private static final Frame.Link PRODUCT = new Frame.Link("Lindenford Practice", "/");
    private static final List<Frame.Link> LINKS =
            List.of(new Frame.Link("Ward", "/"), new Frame.Link("About Fascicle", "/about"));

    /**
     * How its pages are drawn.
     *
     * @param base our own address: forms lead there, by whatever name the browser knows this machine
     */
    record Looks(URI base, Templates templates, Assets assets) {}

    /** Who is asked for cards, and what became of them. */
    record Advice(Cards cards, CardTray tray) {}

    URI base() {
        return looks.base();
    }

    Optional<Person> clinician(HttpServletRequest request) {
        return signIn.find(request);
    }

    /** @param page the one parameter of the template, made from the page's frame */
    void show(Asked asked, int status, String title, String template, Function<Frame, Object> page) throws IOException {
        Optional<String> who = clinician(asked.request()).map(Person::name);
        Frame frame = new Frame(
                title + " – practice EHR",
                WORDS,
                looks.assets(),
                PRODUCT,
                List.of(),
                new Frame.Top(who, LINKS, Optional.empty()));
        String html = looks.templates().draw(template, page.apply(frame));
        new HtmlAnswer(status, html, new ContentPolicy(List.of(), List.of(base().toString())))
                .send(asked.request(), asked.response());
    }

    /** A part of a page, for a page that is open. */
    void part(Asked asked, String template, Object part) throws IOException {
        new HtmlAnswer(200, looks.templates().draw(template, part), ContentPolicy.OURS_ALONE)
                .send(asked.request(), asked.response());
    }

    /** Sends the browser on to another page of ours. */
    void goTo(HttpServletResponse response, String path) {
        HtmlAnswer.confidential(response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", base() + path);
    }

    /** A request and where its answer goes. */
    record Asked(HttpServletRequest request, HttpServletResponse response) {}
}
