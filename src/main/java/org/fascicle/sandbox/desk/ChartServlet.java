package org.fascicle.sandbox.desk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.fascicle.fault.Fault;
import org.fascicle.sandbox.sheet.Sheet;
import org.fascicle.sandbox.ward.Ward;

/** {@code /chart/{patient}}: a patient's chart; {@code POST /chart/{patient}/reset} puts an invented one back. */
final class ChartServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String RESET = "reset";

    private final transient Desk desk;

    ChartServlet(Desk desk) {
        this.desk = desk;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Desk.Asked asked = new Desk.Asked(request, response);
        ChartPath path = ChartPath.of(request);
        if (desk.clinician(request).isEmpty()) {
            desk.goTo(response, "/");
            return;
        }
        Optional<OpenedChart> opened = path.rest().isEmpty() ? open(path.patient()) : Optional.empty();
        if (opened.isPresent()) {
            String title = opened.get().who().name();
            desk.show(asked, 200, title, "ward/chart", frame -> new ChartPage(frame, opened.get(), desk.base()));
        } else {
            desk.show(asked, 404, "Not found", "ward/missing", frame -> frame);
        }
    }

    private Optional<OpenedChart> open(String patient) {
        try {
            return Optional.of(OpenedChart.of(new Sheet(desk.chart(), patient, LocalDate.now(desk.clock()))));
        } catch (Fault noSuchPatient) {
            return Optional.empty();
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ChartPath path = ChartPath.of(request);
        boolean isDone = desk.clinician(request).isPresent()
                && path.rest().equals(RESET)
                && Ward.reset(desk.chart(), desk.assessing(), desk.clock(), path.patient());
        if (isDone) {
            desk.goTo(response, "/chart/" + path.patient());
        } else {
            desk.show(new Desk.Asked(request, response), 404, "Not found", "ward/missing", frame -> frame);
        }
    }
}
