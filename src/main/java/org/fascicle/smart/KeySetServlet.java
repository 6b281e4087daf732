package org.fascicle.smart;

import com.nimbusds.jose.jwk.JWKSet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fascicle.smart.ehr.Authentication;
import org.fascicle.smart.ehr.Ehr;
import org.fascicle.smart.ehr.Ehrs;

/** {@code GET /.well-known/jwks.json}: the public keys by which EHRs know our assertions. */
final class KeySetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Ehrs ehrs;

    KeySetServlet(Ehrs ehrs) {
        this.ehrs = ehrs;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JWKSet keys = new JWKSet(ehrs.all().stream()
                .map(Ehr::authentication)
                .filter(Authentication.PrivateKey.class::isInstance)
                .map(Authentication.PrivateKey.class::cast)
                .flatMap(key -> key.published().stream())
                .distinct()
                .toList());
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "public, max-age=300");
        response.getWriter().write(keys.toString(true));
    }
}
