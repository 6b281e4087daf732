package org.fascicle.pages.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fascicle.look.Assets;
import org.fascicle.look.Frame;
import org.fascicle.look.Frame.Link;
import org.fascicle.look.Frame.Top;
import org.fascicle.look.Templates;
import org.fascicle.smart.exchange.User;

/** Draws the pages of a launch: templates, and what surrounds their content. */
public record Drawing(Templates templates, Assets assets) {
    /** The address of the style sheet with the EHR's own colours. */
    public static final String STYLE = "style.css";

    public Frame around(Visit visit, String title) {
        return around(visit, title, Optional.empty());
    }

    /** @param languageForm the form to send when the reader switches the language */
    public Frame around(Visit visit, String title, Optional<String> languageForm) {
        Optional<String> who = visit.launch().user().flatMap(User::name);
        Link product = new Link("Fascicle", visit.at(""));
        String whole = title + " · Fascicle";
        return new Frame(
                whole, visit.words(), assets, product, styles(visit), new Top(who, links(visit), languageForm));
    }

    /** @param name of the template, below {@code src/main/jte/pages} */
    public String draw(String name, Object page) {
        return templates.draw("pages/" + name, page);
    }

    private static List<Link> links(Visit visit) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(visit.words().of("top.interview"), visit.at("interview")));
        links.add(new Link(visit.words().of("top.history"), visit.at("history")));
        return links;
    }

    private static List<String> styles(Visit visit) {
        return visit.launch().style().css().isEmpty() ? List.of() : List.of(visit.at(STYLE));
    }
}
