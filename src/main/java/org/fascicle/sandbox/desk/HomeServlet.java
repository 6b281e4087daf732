package org.fascicle.sandbox.desk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.fascicle.sandbox.authority.Person;

/** {@code /}: the welcome for a newcomer, the ward for a clinician. */
final class HomeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;
    private final transient Filling filling;

    HomeServlet(Desk desk, Filling filling) {
        this.desk = desk;
        this.filling = filling;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        filling.await();
        Desk.Asked asked = new Desk.Asked(request, response);
        Optional<Person> clinician = desk.clinician(request);
        WardList list = WardList.read(desk);
        if (clinician.isPresent()) {
            desk.show(asked, 200, "Ward", "ward/list", frame -> new WardPage(frame, clinician.get(), list));
        } else {
            Welcome welcome = Welcome.of(desk, list);
            desk.show(asked, 200, "Welcome", "ward/welcome", frame -> new WelcomePage(frame, welcome));
        }
    }
}
