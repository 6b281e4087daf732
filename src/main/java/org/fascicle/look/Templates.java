package org.fascicle.look;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The compiled templates. Every value is escaped for the place where it stands. */
public final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.fascicle.templates");

    /**
     * Draws a page or a part of one.
     *
     * @param name below {@code src/main/jte}, without its ending: {@code overview/page}
     * @param page the one parameter of the template
     */
    public String draw(String name, Object page) {
        StringOutput html = new StringOutput();
        engine.render(name + ".jte", page, html);
        return html.toString();
    }
}
