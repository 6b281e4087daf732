package org.fascicle.cdshooks.card;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Markdown being written. Everything handed in is text: whatever Markdown or HTML would make of it is escaped, and
 * control characters and marks that turn the direction of reading become spaces.
 */
public final class Markdown {
    private static final String SPECIAL = "\\`*_[]~@";
    private static final Pattern BLOCK_START = Pattern.compile("^(\\d*)([#+=.)-])");
    private static final Pattern BARE_LINK = Pattern.compile("(?i)(:)(?=//)|(?<=www)(\\.)|(?<=mailto)(:)");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https://[A-Za-z0-9./?=&%_~-]+");

    private final StringBuilder written = new StringBuilder();

    public Markdown paragraph(String text) {
        return block(escaped(text));
    }

    public Markdown heading(String text) {
        return block("**" + escaped(text) + "**");
    }

    /** Nothing when the list is empty. */
    public Markdown section(String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return this;
        }
        StringBuilder list = new StringBuilder();
        lines.forEach(line -> list.append("- ").append(escaped(line)).append('\n'));
        return heading(heading).block(list.toString().stripTrailing());
    }

    /** A list of sources, each a link where its https address is known. */
    public Markdown sources(String heading, List<Cited> sources) {
        if (sources.isEmpty()) {
            return this;
        }
        StringBuilder list = new StringBuilder();
        sources.forEach(source -> list.append("- ").append(cited(source)).append('\n'));
        return heading(heading).block(list.toString().stripTrailing());
    }

    /** @param address https, or empty */
    public record Cited(String title, String address) {}

    private static String cited(Cited source) {
        String title = escaped(source.title());
        return WEB_ADDRESS.matcher(source.address()).matches() ? "[" + title + "](" + source.address() + ")" : title;
    }

    private Markdown block(String text) {
        written.append(written.isEmpty() ? "" : "\n\n").append(text);
        return this;
    }

    /** Text that means only itself. What needs no escape is left alone, for some EHRs show Markdown as it is written. */
    public static String escaped(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(one -> append(plain, one));
        String inline = BARE_LINK.matcher(plain.toString().strip()).replaceAll("\\\\$0");
        return BLOCK_START.matcher(inline).replaceFirst("$1\\\\$2");
    }

    private static void append(StringBuilder plain, int one) {
        int type = Character.getType(one);
        if (type == Character.CONTROL || type == Character.SURROGATE || type == Character.FORMAT) {
            plain.append(' ');
        } else if (one == '&' || one == '<' || one == '>') {
            plain.append("&#").append(one).append(';');
        } else {
            plain.append(SPECIAL.indexOf(one) >= 0 ? "\\" : "").appendCodePoint(one);
        }
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
