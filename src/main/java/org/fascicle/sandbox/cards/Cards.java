package org.fascicle.sandbox.cards;

import java.util.List;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Where cards come from. The pages need no more than this, and tests of the pages can do with {@link #NONE}.
 */
public interface Cards {
    Cards NONE = new NoCards();

    /** For a chart that was opened. Empty when there is nothing to say, and when nobody can be asked. */
    List<ShownCard> patientView(Visiting visiting);

    /** For orders that are being chosen. */
    List<ShownCard> orderSelect(Visiting visiting, List<ServiceRequest> drafts);

    /** For orders that are about to be signed. */
    List<ShownCard> orderSign(Visiting visiting, List<ServiceRequest> drafts);

    /** Says what became of a card. A service that cannot be told is not told. */
    void tell(ShownCard card, Reply reply);

    /** What a clinician did with a card. */
    sealed interface Reply {
        /** @param offers the ids of the suggestions that were taken */
        record Accepted(List<String> offers) implements Reply {
            public Accepted {
                offers = List.copyOf(offers);
            }
        }

        /** @param reason one of the card's own, empty when none was picked */
        record Overridden(String reason, String comment) implements Reply {
            @Override
            public String toString() {
                return "Overridden[" + reason + "]";
            }
        }
    }
}
