package org.fascicle.sandbox.desk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fascicle.fault.Fault;
import org.fascicle.look.HtmlAnswer;
import org.fascicle.sandbox.authority.Person;
import org.fascicle.sandbox.cards.ShownCard;
import org.fascicle.sandbox.sheet.Detail;
import org.fascicle.sandbox.sheet.Identity;
import org.fascicle.sandbox.sheet.Sheet;
import org.fascicle.sandbox.ward.Ward;

/**
 * {@code /chart/{patient}}: a patient's chart; below it one {@code assessment/{id}}, the place of one {@code
 * order/{id}}, the part that watches for new results
 * ({@code assessments}), order entry ({@code order}), the answer to a card ({@code card}), and {@code POST reset}, which
 * puts an invented patient back.
 */
final class ChartServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String ORDER = "order";
    private static final String RESET = "reset";
    private static final String LIVE = "assessments";
    private static final String ASSESSMENT = "assessment/";

    private final transient Desk desk;
    private final transient Filling filling;

    ChartServlet(Desk desk, Filling filling) {
        this.desk = desk;
        this.filling = filling;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        filling.await();
        Desk.Asked asked = new Desk.Asked(request, response);
        ChartPath path = ChartPath.of(request);
        if (desk.clinician(request).isEmpty()) {
            turnAway(asked, path);
            return;
        }
        try {
            show(asked, path, new Sheet(desk.chart(), path.patient(), LocalDate.now(desk.clock())));
        } catch (Fault noSuchPatient) {
            missing(asked);
        }
    }

    private void show(Desk.Asked asked, ChartPath path, Sheet sheet) throws IOException {
        if (path.rest().isEmpty()) {
            chart(asked, path, sheet);
        } else if (path.rest().equals(ORDER)) {
            sheet.identity();
            orders(asked, path, sheet).show(asked);
        } else if (path.rest().startsWith(ORDER + "/")) {
            order(asked, path, sheet);
        } else if (path.rest().equals(LIVE)) {
            live(asked, path.patient(), sheet);
        } else if (path.rest().startsWith(ASSESSMENT)) {
            detail(asked, path.rest().substring(ASSESSMENT.length()), sheet);
        } else {
            missing(asked);
        }
    }

    private void chart(Desk.Asked asked, ChartPath path, Sheet sheet) throws IOException {
        OpenedChart opened = OpenedChart.of(sheet);
        List<ShownCard> cards = orders(asked, path, sheet).opened();
        desk.show(
                asked,
                200,
                opened.who().name(),
                "ward/chart",
                frame -> new ChartPage(frame, opened, cards, desk.base()));
    }

    /** A draft is shown where it is signed, any other order in the chart. */
    private void order(Desk.Asked asked, ChartPath path, Sheet sheet) {
        sheet.identity();
        String id = path.rest().substring(ORDER.length() + 1);
        boolean isDraft = orders(asked, path, sheet).isDraft(id);
        String place = isDraft ? "/" + ORDER + "#order-" + id : "#orders";
        desk.goTo(asked.response(), "/chart/" + path.patient() + place);
    }

    private OrderDesk orders(Desk.Asked asked, ChartPath path, Sheet sheet) {
        Person clinician = desk.clinician(asked.request()).orElseThrow();
        return OrderDesk.of(desk, sheet, path.patient(), clinician);
    }

    private void detail(Desk.Asked asked, String id, Sheet sheet) throws IOException {
        Optional<Detail> found =
                Detail.find(desk.chart(), sheet, id, desk.clock().getZone());
        if (found.isEmpty()) {
            missing(asked);
            return;
        }
        Identity who = sheet.identity();
        desk.show(
                asked,
                200,
                "Assessment of " + who.name(),
                "ward/detail",
                frame -> new DetailPage(frame, who, found.get()));
    }

    /** Nothing when the page shows what the chart holds. */
    private void live(Desk.Asked asked, String patient, Sheet sheet) throws IOException {
        String known = parameter(asked, "pressing");
        AssessmentsSection section =
                new AssessmentsSection(patient, sheet.assessments(), Desk.WORDS, Optional.of(known));
        if (section.seen().equals(parameter(asked, "seen"))) {
            nothing(asked);
        } else {
            desk.part(asked, "ward/assessments", section);
        }
    }

    private static String parameter(Desk.Asked asked, String name) {
        return Optional.ofNullable(asked.request().getParameter(name)).orElse("");
    }

    private void turnAway(Desk.Asked asked, ChartPath path) {
        if (path.rest().equals(LIVE)) {
            nothing(asked);
        } else {
            desk.goTo(asked.response(), "/");
        }
    }

    private static void nothing(Desk.Asked asked) {
        HtmlAnswer.confidential(asked.response());
        asked.response().setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void missing(Desk.Asked asked) throws IOException {
        desk.show(asked, 404, "Not found", "ward/missing", frame -> frame);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        filling.await();
        Desk.Asked asked = new Desk.Asked(request, response);
        ChartPath path = ChartPath.of(request);
        try {
            Optional<String> next = desk.clinician(request).isPresent() ? act(asked, path) : Optional.empty();
            next.ifPresent(page -> desk.goTo(response, "/chart/" + path.patient() + page));
            if (next.isEmpty()) {
                missing(asked);
            }
        } catch (Fault noSuchPatient) {
            missing(asked);
        }
    }

    /** Does what the address says; answers where to go on below the chart, or nothing when it says nothing. */
    private Optional<String> act(Desk.Asked asked, ChartPath path) {
        HttpServletRequest request = asked.request();
        Sheet sheet = new Sheet(desk.chart(), path.patient(), LocalDate.now(desk.clock()));
        sheet.identity();
        OrderDesk orders = orders(asked, path, sheet);
        String order = "/" + ORDER;
        return switch (path.rest()) {
            case RESET -> reset(path.patient()) ? Optional.of("") : Optional.empty();
            case ORDER -> then(order, () -> orders.choose(request));
            case "order/sign" -> Optional.of(orders.sign(request) ? order : order + "?" + OrderDesk.SIGNING + "=yes");
            case "order/remove" -> then(order, () -> orders.remove(request));
            case "card" -> then(order, () -> orders.answer(request));
            default -> Optional.empty();
        };
    }

    private static Optional<String> then(String page, Runnable work) {
        work.run();
        return Optional.of(page);
    }

    private boolean reset(String patient) {
        return Ward.reset(desk.chart(), desk.assessing(), desk.clock(), patient);
    }
}
