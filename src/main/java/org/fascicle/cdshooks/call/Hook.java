package org.fascicle.cdshooks.call;

import java.util.Optional;
import java.util.stream.Stream;

/** The moments of an EHR's workflow at which we may speak: one service each. */
public enum Hook {
    PATIENT_VIEW(
            "patient-view",
            "Muscle twitching: what is waiting",
            "When a chart is opened: a history of twitching that was not assessed or has changed since, a proposed"
                    + " workup that nobody accepted, a critical electrolyte, a twitching problem without a history."),
    ORDER_SELECT(
            "order-select",
            "Muscle twitching: orders being chosen",
            "When orders are chosen: one that repeats a recent result or an active order, an EMG before the"
                    + " examination, one that is part of a proposed workup."),
    ORDER_SIGN(
            "order-sign",
            "Muscle twitching: orders being signed",
            "When orders are signed: one that repeats a recent result or an active order, an EMG before the"
                    + " examination, one that is part of a proposed workup.");

    private final String code;
    private final String title;
    private final String description;

    Hook(String code, String title, String description) {
        this.code = code;
        this.title = title;
        this.description = description;
    }

    /** The hook's name in the standard. */
    public String code() {
        return code;
    }

    /** The id of our service for it, the last part of its address. */
    public String service() {
        return "fasciculation-" + code;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }

    public static Optional<Hook> findService(String id) {
        return Stream.of(values()).filter(hook -> hook.service().equals(id)).findFirst();
    }

    /** The moment this service is called for: it also takes the signing of orders where it hears of their choice. */
    public Hook called(String name) {
        return this == ORDER_SELECT && name.equals(ORDER_SIGN.code) ? ORDER_SIGN : this;
    }

    boolean hasOrders() {
        return this != PATIENT_VIEW;
    }
}
