package org.fascicle.http;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** What a door has found out about a request, left with the request for the audit trail: ids and names of programs only. */
public final class Traced {
    private static final String CLIENT = "org.fascicle.traced.client";
    private static final String USER = "org.fascicle.traced.user";
    private static final String PATIENT = "org.fascicle.traced.patient";

    private static final String RECORDED = "org.fascicle.traced.recorded";

    private Traced() {}

    /** An event for this request is in the trail. */
    public static void recorded(ServletRequest request) {
        request.setAttribute(RECORDED, true);
    }

    public static boolean isRecorded(ServletRequest request) {
        return request.getAttribute(RECORDED) != null;
    }

    /** @param client the program that asks, or the EHR it asks for */
    public static void client(ServletRequest request, String client) {
        request.setAttribute(CLIENT, client);
    }

    /** @param user a reference */
    public static void user(ServletRequest request, String user) {
        request.setAttribute(USER, user);
    }

    /** @param patient a logical id */
    public static void patient(ServletRequest request, String patient) {
        request.setAttribute(PATIENT, patient);
    }

    public static Optional<String> client(ServletRequest request) {
        return find(request, CLIENT);
    }

    public static Optional<String> user(ServletRequest request) {
        return find(request, USER);
    }

    public static Optional<String> patient(ServletRequest request) {
        return find(request, PATIENT);
    }

    private static Optional<String> find(ServletRequest request, String name) {
        return Optional.ofNullable((String) request.getAttribute(name));
    }
}
