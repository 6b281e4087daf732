package org.fascicle.about;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.look.Assets;
import org.fascicle.look.Frame;
import org.fascicle.look.Templates;
import org.fascicle.look.Words;

/** {@code /about}, put on the listener in every mode. */
public final class AboutDoor {
    /** Where it is, for whoever points to it. */
    public static final String PATH = "/about";

    private final AboutServlet servlet;

    /** @param limits in force on this server */
    public AboutDoor(Limits limits, Assets assets) {
        this.servlet = new AboutServlet(() -> html(limits, assets), () -> AboutJson.of(About.of(limits)));
    }

    private static String html(Limits limits, Assets assets) {
        Frame frame = new Frame(
                "About Fascicle",
                Words.only(Locale.ENGLISH),
                assets,
                new Frame.Link("Fascicle", PATH),
                List.of(),
                new Frame.Top(Optional.empty(), List.of(), Optional.empty()));
        return new Templates().draw("about/page", new AboutPage(frame, About.of(limits)));
    }

    public void addTo(ServletContextHandler context) {
        context.addServlet(new ServletHolder(servlet), PATH);
    }
}
