package org.fascicle.sandbox.authority;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fascicle.oauth.Handles;

/** {@code /authority/sign-in}: lets anyone in as the clinician they choose. */
final class SignInServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Addresses addresses;
    private final transient SignIn signIn;
    private final transient People people;
    private final transient AuthorityPages pages;

    SignInServlet(Addresses addresses, SignIn signIn, People people, AuthorityPages pages) {
        this.addresses = addresses;
        this.signIn = signIn;
        this.people = people;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.signIn(
                response, Form.text(request, "request"), people.clinicians().get());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!signIn.in(Form.text(request, "clinician"), response)) {
            pages.refused(response, "There is no such clinician.");
            return;
        }
        String asked = Form.text(request, "request");
        boolean underWay = Handles.isHandle(asked);
        Redirects.to(response, addresses.at(underWay ? Addresses.CONSENT + "?request=" + asked : "/"));
    }
}
