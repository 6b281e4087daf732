package org.fascicle.sandbox.authority;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;

/** Serves one JSON document, whatever the caller says it accepts, to callers from any origin. */
final class DocumentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<String> document;

    DocumentServlet(Supplier<String> document) {
        this.document = document;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", "public, max-age=60");
        response.getWriter().write(document.get());
    }
}
