package org.fascicle.about;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.fascicle.look.ContentPolicy;
import org.fascicle.look.HtmlAnswer;

/** The same for everyone: a page, or JSON for who asks for it. */
final class AboutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<String> page;
    private final transient Supplier<String> object;
    private String html = "";
    private String json = "";

    AboutServlet(Supplier<String> page, Supplier<String> object) {
        this.page = page;
        this.object = object;
    }

    /** Before the first request. */
    @Override
    public void init() {
        html = page.get();
        json = object.get();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (wantsJson(request)) {
            response.setContentType("application/json;charset=UTF-8");
            response.setHeader("Vary", "Accept");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getWriter().write(json);
        } else {
            new HtmlAnswer(200, html, ContentPolicy.OURS_ALONE).send(request, response);
        }
    }

    /** HTML when it is named first or nothing is. */
    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept") == null ? "" : request.getHeader("Accept");
        int json = accept.indexOf("json");
        int page = accept.indexOf("text/html");
        return json >= 0 && (page < 0 || json < page);
    }
}
