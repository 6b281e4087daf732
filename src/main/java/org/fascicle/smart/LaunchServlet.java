package org.fascicle.smart;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.fascicle.http.Headers;
import org.fascicle.oauth.Handles;
import org.fascicle.oauth.WebAddress;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Ehrs;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /launch}: from an EHR ({@code iss} and {@code launch}), or by ourselves ({@code iss} alone, or none where
 * there is one EHR). No EHR is asked anything before its issuer was found on the list, and the browser has shown that
 * it keeps cookies.
 */
final class LaunchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LaunchServlet.class);
    private static final String TRIED = "cookie";

    private final transient URI base;
    private final transient Ehrs ehrs;
    private final transient BrowserCookie cookie;
    private final transient Beginning beginning;
    private final transient LaunchPages pages;

    LaunchServlet(URI base, Ehrs ehrs, BrowserCookie cookie, Beginning beginning, LaunchPages pages) {
        this.base = base;
        this.ehrs = ehrs;
        this.cookie = cookie;
        this.beginning = beginning;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Ehr> ehr = Optional.empty();
        try {
            Parameters parameters = new Parameters(request, Trouble.NOT_A_LAUNCH);
            Optional<String> issuer = parameters.find("iss");
            if (issuer.isEmpty() && ehrs.all().size() > 1) {
                pages.choice(response, ehrs.all());
                return;
            }
            ehr = Optional.of(issuer.map(this::listed).orElseGet(this::onlyOne));
            go(request, response, ehr.get(), parameters.find("launch"));
        } catch (LaunchRefused refused) {
            LOG.warn("launch from {} refused: {}", ehr.map(Ehr::name).orElse("an EHR"), refused.forLog());
            pages.refused(response, refused, ehr);
        }
    }

    private Ehr listed(String issuer) {
        return ehrs.find(issuer)
                .orElseThrow(() -> new LaunchRefused(Trouble.UNKNOWN_EHR, "`iss` is not a registered issuer"));
    }

    private Ehr onlyOne() {
        List<Ehr> all = ehrs.all();
        if (all.isEmpty()) {
            throw new LaunchRefused(Trouble.NOT_A_LAUNCH, "`iss` is missing, and no EHR is registered");
        }
        return all.get(0);
    }

    private void go(HttpServletRequest request, HttpServletResponse response, Ehr ehr, Optional<String> launch)
            throws IOException {
        Optional<String> browser = cookie.find(request);
        String query = LaunchPages.query(ehr, launch);
        if (isByOtherName(request)) {
            redirect(response, base + "/launch" + query);
        } else if (browser.isPresent()) {
            redirect(response, beginning.at(ehr, launch, browser.get()).toString());
        } else if (request.getParameter(TRIED) == null) {
            cookie.give(response, Handles.fresh());
            redirect(response, "launch" + query + '&' + TRIED + "=tried");
        } else {
            pages.newWindow(response, ehr, launch);
        }
    }

    /** On this machine we have two names, and a cookie given to one is not sent to the other. */
    private boolean isByOtherName(HttpServletRequest request) {
        return WebAddress.isLoopback(base) && !request.getServerName().equalsIgnoreCase(base.getHost());
    }

    private static void redirect(HttpServletResponse response, String where) {
        Headers.confidential(response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", where);
    }
}
