package org.fascicle.fhir.json;

import java.util.Collection;

/** A narrative being written: the few elements FHIR allows that we use, and every text escaped. */
public final class Xhtml {
    private final StringBuilder text = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\">");

    public Xhtml heading(String words) {
        return in("h3", words);
    }

    public Xhtml paragraph(String words) {
        return in("p", words);
    }

    public Xhtml strong(String label, String words) {
        text.append("<p><b>");
        escape(label);
        text.append("</b> ");
        escape(words);
        text.append("</p>");
        return this;
    }

    /** A list; nothing when it has no items. */
    public Xhtml list(Collection<String> items) {
        if (!items.isEmpty()) {
            text.append("<ul>");
            items.forEach(item -> in("li", item));
            text.append("</ul>");
        }
        return this;
    }

    /** The finished {@code div}. */
    public String div() {
        return text + "</div>";
    }

    public Element narrative() {
        return Element.element().set("status", "generated").set("div", div());
    }

    private Xhtml in(String tag, String words) {
        text.append('<').append(tag).append('>');
        escape(words);
        text.append("</").append(tag).append('>');
        return this;
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> append(c);
            }
        }
    }

    /** Control characters have no place in XML and would make the narrative unreadable. */
    private void append(char c) {
        if (c >= ' ' && c != '\uFFFE' && c != '\uFFFF' || c == '\n' || c == '\t') {
            text.append(c);
        }
    }
}
