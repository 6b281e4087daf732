package org.fascicle.sandbox.cards;

import java.util.List;

/**
 * A card as it can be shown.
 *
 * @param links that launch Fascicle
 * @param reasons for setting it aside
 */
public record ShownCard(Origin origin, Face face, List<Offer> offers, List<Link> links, List<Reason> reasons) {

    /**
     * Where it came from.
     *
     * @param id the card's uuid
     * @param service id of the CDS service
     * @param patient id of the Patient it was asked for
     */
    public record Origin(String id, String service, String patient) {}

    /**
     * What it says.
     *
     * @param indicator {@code info}, {@code warning} or {@code critical}
     * @param detail inert HTML; empty when there is none
     * @param source who says so
     * @param sourceUrl where they tell more, on our own server; empty otherwise
     */
    public record Face(String summary, String indicator, String detail, String source, String sourceUrl) {}

    /**
     * Something it suggests.
     *
     * @param creates the resources it would write, as FHIR JSON
     */
    public record Offer(String id, String label, boolean isRecommended, List<String> creates) {

        public Offer {
            creates = List.copyOf(creates);
        }

        @Override
        public String toString() {
            return "Offer[" + id + "]";
        }
    }

    /**
     * A link that launches Fascicle on the open chart.
     *
     * @param context handed on to the launch as it is
     */
    public record Link(String label, String context) {}

    /** A reason for setting the card aside. */
    public record Reason(String system, String code, String display) {}

    public ShownCard {
        offers = List.copyOf(offers);
        links = List.copyOf(links);
        reasons = List.copyOf(reasons);
    }

    @Override
    public String toString() {
        return "ShownCard[" + origin.id() + "]";
    }
}
