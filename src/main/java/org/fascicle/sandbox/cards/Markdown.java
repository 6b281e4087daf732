package org.fascicle.sandbox.cards;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A stranger's markdown as inert HTML: raw HTML in it is shown as text, links and images are reduced to their words. */
final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final int MOST = 20_000;

    private Markdown() {}

    static String html(String markdown) {
        Node document = PARSER.parse(markdown.substring(0, Math.min(markdown.length(), MOST)));
        document.accept(new WithoutLinks());
        return RENDERER.render(document);
    }

    private static final class WithoutLinks extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            visitChildren(link);
            reduce(link);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            reduce(image);
        }

        private static void reduce(Node node) {
            while (node.getFirstChild() != null) {
                node.insertBefore(node.getFirstChild());
            }
            node.unlink();
        }
    }
}
