package org.fascicle.smart;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.fascicle.http.Headers;
import org.fascicle.http.Traced;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Ehrs;
import org.fascicle.smart.trouble.LaunchRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /callback}: where the EHR sends the browser back with a code, or with its refusal. */
final class CallbackServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CallbackServlet.class);

    private final transient URI base;
    private final transient Ehrs ehrs;
    private final transient BrowserCookie cookie;
    private final transient Return returns;
    private final transient LaunchPages pages;
    private final transient Launches launches;

    CallbackServlet(URI base, Ehrs ehrs, BrowserCookie cookie, Return returns, LaunchPages pages, Launches launches) {
        this.base = base;
        this.ehrs = ehrs;
        this.cookie = cookie;
        this.returns = returns;
        this.pages = pages;
        this.launches = launches;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Ehr> ehr = Optional.empty();
        try {
            CallbackRequest callback = CallbackRequest.of(request, cookie.find(request));
            Pending pending = returns.recognise(callback);
            ehr = ehrs.find(pending.issuer());
            ehr.map(Ehr::name).ifPresent(name -> Traced.client(request, name));
            LaunchKey key = returns.complete(callback, pending);
            launches.find(key).ifPresent(launch -> trace(request, launch));
            LOG.info("launched from {}", ehr.map(Ehr::name).orElse(""));
            Headers.confidential(response);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", base + "/app/" + key.handle() + '/');
        } catch (LaunchRefused refused) {
            LOG.warn("launch from {} refused: {}", ehr.map(Ehr::name).orElse("an EHR"), refused.forLog());
            pages.refused(response, refused, ehr);
        }
    }

    private static void trace(HttpServletRequest request, Launch launch) {
        Traced.patient(request, launch.context().patient());
        launch.user().ifPresent(user -> Traced.user(request, user.reference()));
    }
}
