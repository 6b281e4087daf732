package org.fascicle.pages;

import java.util.List;
import java.util.Optional;
import org.fascicle.look.Frame;
import org.fascicle.look.Frame.Link;
import org.fascicle.look.Frame.Top;
import org.fascicle.look.Words;
import org.fascicle.pages.visit.Drawing;
import org.fascicle.pages.visit.Failing;
import org.fascicle.pages.visit.Reply;
import org.fascicle.pages.visit.Visit;

/** Says what went wrong, and what can be done, in the reader's language and without a patient's data. */
record Troubles(Drawing drawing) {

    Reply unknownLaunch(Words words) {
        return of(words, new Failing(401, "trouble.unknown"));
    }

    /** Where there is no chart to go back to. */
    Reply of(Words words, Failing failing) {
        Frame frame = new Frame(
                words.of(failing.key()),
                words,
                drawing.assets(),
                new Link("Fascicle", "#main"),
                List.of(),
                new Top(Optional.empty(), List.of(), Optional.empty()));
        return page(failing.status(), frame, words, failing.key(), "");
    }

    Reply of(Visit visit, Failing failing) {
        return page(visit, failing.status(), failing.key());
    }

    private Reply page(Visit visit, int status, String key) {
        Frame frame = drawing.around(visit, visit.words().of(key));
        return page(status, frame, visit.words(), key, visit.at(""));
    }

    private Reply page(int status, Frame frame, Words words, String key, String back) {
        TroublePage page = new TroublePage(frame, words, words.of(key), words.of(key + ".remedy"), back);
        return new Reply.Html(status, drawing.draw("trouble", page));
    }
}
