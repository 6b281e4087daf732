package org.fascicle.sandbox.desk;

import java.util.List;
import org.fascicle.look.Banner;
import org.fascicle.look.Frame;
import org.fascicle.sandbox.cards.ShownCard;
import org.fascicle.sandbox.sheet.Identity;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Where orders are written.
 *
 * @param drafts waiting for a signature
 * @param cards that came for them
 * @param isSigning whether the cards came for signing them, so that signing again signs
 */
public record OrderPage(Frame frame, Identity who, List<Draft> drafts, List<ShownCard> cards, boolean isSigning) {

    /** An order that waits for a signature. */
    public record Draft(String id, String words) {
        static Draft of(ServiceRequest request) {
            String text = request.getCode().getText();
            String display = request.getCode().getCodingFirstRep().getDisplay();
            return new Draft(
                    request.getIdElement().getIdPart(),
                    text != null ? text : display != null ? display : "(not named)");
        }
    }

    public OrderPage {
        drafts = List.copyOf(drafts);
        cards = List.copyOf(cards);
    }

    public List<Orderable.Group> groups() {
        return Orderable.groups();
    }

    public Banner banner() {
        return Banners.of(who, frame.words());
    }

    @Override
    public String toString() {
        return "OrderPage[" + drafts.size() + "]";
    }
}
