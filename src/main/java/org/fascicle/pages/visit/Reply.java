package org.fascicle.pages.visit;

/** How a request is answered. */
public sealed interface Reply {

    /** A page, or the parts of one that change. */
    record Html(int status, String html) implements Reply {
        @Override
        public String toString() {
            return "Html[" + status + "]";
        }
    }

    /** Another page of the launch, to be looked at: nothing is sent twice by going back or reloading. */
    record SeeOther(String address) implements Reply {
        @Override
        public String toString() {
            return "SeeOther";
        }
    }

    static Reply page(String html) {
        return new Html(200, html);
    }
}
