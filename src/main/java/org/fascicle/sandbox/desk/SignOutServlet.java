package org.fascicle.sandbox.desk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code POST /sign-out}. */
final class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Desk desk;

    SignOutServlet(Desk desk) {
        this.desk = desk;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        desk.signIn().out(request, response);
        desk.goTo(response, "/");
    }
}
