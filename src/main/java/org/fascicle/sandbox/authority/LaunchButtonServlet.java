package org.fascicle.sandbox.authority;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code POST /authority/launch} with {@code patient} and perhaps {@code encounter} and a card's {@code appContext}: what the <em>Launch Fascicle</em>
 * button of a chart does. The signed-in clinician's browser goes to our {@code /launch} as from any EHR.
 */
final class LaunchButtonServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_CONTEXT = 2_000;
    private static final String ID = "[A-Za-z0-9\\-.]{1,64}";

    private final transient Addresses addresses;
    private final transient Ledger ledger;
    private final transient SignIn signIn;
    private final transient People people;
    private final transient AuthorityPages pages;

    LaunchButtonServlet(Addresses addresses, Ledger ledger, SignIn signIn, People people, AuthorityPages pages) {
        this.addresses = addresses;
        this.ledger = ledger;
        this.signIn = signIn;
        this.people = people;
        this.pages = pages;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Person> clinician = signIn.find(request);
        Optional<Person> patient = people.findPatient(Form.text(request, "patient"));
        String encounter = Form.text(request, "encounter");
        if (clinician.isEmpty()) {
            Redirects.to(response, addresses.at(Addresses.SIGN_IN));
        } else if (patient.isEmpty()
                || !encounter.isEmpty() && !encounter.matches(ID)
                || Form.text(request, "appContext").length() > LONGEST_CONTEXT) {
            pages.refused(response, "There is no such patient or encounter.");
        } else {
            boolean banner = !Form.text(request, "banner").equals("shown");
            String context = Form.text(request, "appContext");
            String launch = ledger.launch(
                    new OpenChart(patient.get().id(), encounter, clinician.get().id(), banner, "", context));
            Redirects.to(response, launchAddress(addresses, launch));
        }
    }

    /** Our own launch address, as the practice EHR calls it. */
    static URI launchAddress(Addresses addresses, String launch) {
        return addresses.at(
                "/launch?iss=" + URLEncoder.encode(addresses.fhirBase(), StandardCharsets.UTF_8) + "&launch=" + launch);
    }
}
