package org.fascicle.pages;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;

/** A form as a browser without JavaScript fills it in and sends it: what is checked or typed in the page, and no more. */
final class HtmlForm {
    private static final Pattern INPUT = Pattern.compile("<(?:input|textarea)\\b([^>]*)>([^<]*)");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");

    private final URI action;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private HtmlForm(URI action) {
        this.action = action;
    }

    /** The form with this id. */
    static HtmlForm on(Page page, String id) {
        return first(page, "<form id=\"" + id + "\"");
    }

    /** The form that holds this text. */
    static HtmlForm holding(Page page, String text) {
        String before = page.body().substring(0, page.body().indexOf(text));
        return at(page, before.lastIndexOf("<form"));
    }

    private static HtmlForm first(Page page, String start) {
        return at(page, page.body().indexOf(start));
    }

    private static HtmlForm at(Page page, int start) {
        if (start < 0) {
            throw new AssertionError("no such form in " + page.body());
        }
        String html = page.body().substring(start, page.body().indexOf("</form>", start));
        Matcher action = Pattern.compile("action=\"([^\"]*)\"").matcher(html);
        if (!action.find()) {
            throw new AssertionError("a form without an action");
        }
        HtmlForm form = new HtmlForm(page.address().resolve(action.group(1)));
        INPUT.matcher(html).results().forEach(input -> form.read(input.group(1), input.group(2)));
        return form;
    }

    private void read(String tag, String content) {
        Map<String, String> attributes = new LinkedHashMap<>();
        ATTRIBUTE
                .matcher(tag)
                .results()
                .forEach(one -> attributes.put(one.group(1), one.group(2) == null ? "" : one.group(2)));
        String type = attributes.getOrDefault("type", "textarea");
        boolean isOff = (type.equals("radio") || type.equals("checkbox")) && !attributes.containsKey("checked");
        if (!isOff && attributes.containsKey("name")) {
            add(attributes.get("name"), type.equals("textarea") ? content : attributes.getOrDefault("value", ""));
        }
    }

    private void add(String name, String value) {
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    Map<String, List<String>> fields() {
        return fields;
    }

    List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Chooses or types; the field has to be there. */
    HtmlForm with(String name, String... values) {
        fields.put(name, new ArrayList<>(List.of(values)));
        return this;
    }

    Page send(Browser browser, String button) {
        return sendTo(action, browser, button);
    }

    /** To another address than the page says. */
    Page sendTo(URI address, Browser browser, String button) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, values) -> values.forEach(value -> pairs.add(pair(name, value))));
        pairs.add(pair("do", button));
        return browser.post(address, String.join("&", pairs));
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
