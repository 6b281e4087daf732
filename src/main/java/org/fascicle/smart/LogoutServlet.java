package org.fascicle.smart;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.fascicle.oauth.Handles;
import org.fascicle.smart.ehr.Ehr;

/**
 * {@code POST /logout} with the field {@code launch}: closes that launch and no other. Its handle is what no other site
 * knows, so none can sign a clinician out.
 */
final class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Launches launches;
    private final transient LaunchPages pages;

    LogoutServlet(Launches launches, LaunchPages pages) {
        this.launches = launches;
        this.pages = pages;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Launch> launch = Optional.ofNullable(request.getParameter("launch"))
                .filter(Handles::isHandle)
                .flatMap(handle -> launches.find(request, handle));
        Optional<Ehr> ehr = launch.map(Launch::ehr);
        launch.ifPresent(launches::end);
        pages.goodbye(response, ehr);
    }
}
