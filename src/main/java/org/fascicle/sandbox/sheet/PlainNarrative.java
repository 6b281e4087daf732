package org.fascicle.sandbox.sheet;

import java.util.Set;
import org.fascicle.http.Html;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * The narrative of a resource, written anew: a few elements without any attribute, and escaped text. Whoever wrote it,
 * nothing of it can run, load or lead anywhere.
 */
final class PlainNarrative {
    private static final Set<String> KEPT = Set.of(
            "p", "ul", "ol", "li", "b", "strong", "i", "em", "table", "thead", "tbody", "tr", "td", "th", "h3", "h4");
    private static final Set<String> DROPPED = Set.of("script", "style", "head", "title", "iframe", "object", "svg");
    private static final int DEPTH = 30;
    private static final int MOST = 200_000;

    private final StringBuilder html = new StringBuilder();

    private PlainNarrative() {}

    /** Safe HTML; empty when the resource has no narrative. */
    static String of(DomainResource resource) {
        if (!resource.hasText() || !resource.getText().hasDiv()) {
            return "";
        }
        PlainNarrative plain = new PlainNarrative();
        plain.children(resource.getText().getDiv(), 0);
        return plain.html.toString();
    }

    private void children(XhtmlNode node, int depth) {
        if (depth < DEPTH && html.length() < MOST) {
            node.getChildNodes().forEach(child -> write(child, depth + 1));
        }
    }

    private void write(XhtmlNode node, int depth) {
        if (node.getNodeType() == NodeType.Text) {
            html.append(Html.escape(Text.or(node.getContent())));
        } else if (node.getNodeType() == NodeType.Element) {
            element(node, node.getName(), depth);
        }
    }

    private void element(XhtmlNode node, String name, int depth) {
        if (DROPPED.contains(name)) {
            return;
        }
        if (name.equals("br")) {
            html.append("<br>");
            return;
        }
        boolean isKept = KEPT.contains(name);
        html.append(isKept ? "<" + name + ">" : "");
        children(node, depth);
        html.append(isKept ? "</" + name + ">" : " ");
    }
}
