package org.fascicle.sandbox.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.sandbox.authority.Person;
import org.fascicle.sandbox.cards.Cards.Reply;
import org.fascicle.sandbox.cards.ShownCard;
import org.fascicle.sandbox.cards.ShownCard.Offer;
import org.fascicle.sandbox.cards.Visiting;
import org.fascicle.sandbox.sheet.Sheet;
import org.fascicle.sandbox.sheet.Visit;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Order entry and the answers to cards, for one patient and one clinician. */
record OrderDesk(Desk desk, Sheet sheet, Visiting visiting) {
    /** Says in an address and in a form that the cards for signing are on the page. */
    static final String SIGNING = "signing";

    static OrderDesk of(Desk desk, Sheet sheet, String patient, Person clinician) {
        Optional<String> encounter = sheet.visit().map(Visit::id);
        return new OrderDesk(desk, sheet, new Visiting(patient, clinician.id(), encounter));
    }

    private OrderBook book() {
        return new OrderBook(desk.chart(), visiting, desk.clock());
    }

    /** The cards for an opened chart. */
    List<ShownCard> opened() {
        return desk.advice().tray().show(desk.advice().cards().patientView(visiting));
    }

    void show(Desk.Asked asked) throws IOException {
        List<ServiceRequest> drafts = book().drafts();
        boolean isSigning = values(asked.request(), SIGNING).findAny().isPresent();
        List<ShownCard> cards = isSigning ? signing(drafts) : selected(drafts);
        desk.show(
                asked,
                200,
                "Orders",
                "ward/order",
                frame -> new OrderPage(
                        frame,
                        sheet.identity(),
                        drafts.stream().map(OrderPage.Draft::of).toList(),
                        cards,
                        isSigning));
    }

    /** Whether this order waits here for a signature. */
    boolean isDraft(String id) {
        return book().drafts().stream()
                .anyMatch(draft -> draft.getIdElement().getIdPart().equals(id));
    }

    private List<ShownCard> selected(List<ServiceRequest> drafts) {
        return desk.advice().tray().show(desk.advice().cards().orderSelect(visiting, drafts));
    }

    private List<ShownCard> signing(List<ServiceRequest> drafts) {
        return desk.advice().tray().show(desk.advice().cards().orderSign(visiting, drafts));
    }

    void choose(HttpServletRequest request) {
        book().choose(values(request, "test")
                .distinct()
                .flatMap(id -> Orderable.find(id).stream())
                .toList());
    }

    /** Signs what is drafted; but first shows the cards that came for signing, unless they were on the page. */
    boolean sign(HttpServletRequest request) {
        boolean isShown = values(request, SIGNING).findAny().isPresent();
        if (!isShown && !signing(book().drafts()).isEmpty()) {
            return false;
        }
        book().sign();
        return true;
    }

    void remove(HttpServletRequest request) {
        values(request, "order").findFirst().ifPresent(book()::remove);
    }

    /** Takes what a card suggests, or sets it aside, and tells its service. */
    void answer(HttpServletRequest request) {
        String id = values(request, "card").findFirst().orElse("");
        desk.advice().tray().take(id, visiting.patient()).ifPresent(card -> answer(card, request));
    }

    private void answer(ShownCard card, HttpServletRequest request) {
        List<Offer> taken = values(request, "offer")
                .flatMap(id -> card.offers().stream().filter(offer -> offer.id().equals(id)))
                .toList();
        if (values(request, "answer").anyMatch("accept"::equals) && !taken.isEmpty()) {
            book().take(taken.stream()
                    .flatMap(offer -> offer.creates().stream())
                    .toList());
            desk.advice()
                    .cards()
                    .tell(card, new Reply.Accepted(taken.stream().map(Offer::id).toList()));
        } else {
            String reason = values(request, "reason").findFirst().orElse("");
            String comment = values(request, "comment").findFirst().orElse("").strip();
            desk.advice().cards().tell(card, new Reply.Overridden(reason, comment));
        }
    }

    private static Stream<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? Stream.empty() : Arrays.stream(values);
    }
}
