package org.fascicle.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Where clients get tokens for the FHIR door, when another server hands them out.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/conformance.html">SMART: conformance</a>
 */
public final class SmartConfiguration extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Below our own address. */
    public static final String PATH = ApiDoor.PATH + "/.well-known/smart-configuration";

    private final String document;

    /** @param authorization empty when tokens are handed out to programs only */
    public SmartConfiguration(Optional<URI> authorization, URI token) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        authorization.ifPresent(address -> json.put("authorization_endpoint", address.toString()));
        json.put("token_endpoint", token.toString());
        ArrayNode grants = json.putArray("grant_types_supported").add("client_credentials");
        authorization.ifPresent(address -> grants.add("authorization_code"));
        json.putArray("code_challenge_methods_supported").add("S256");
        json.putArray("scopes_supported")
                .add("patient/*.cruds")
                .add("user/*.cruds")
                .add("system/*.cruds");
        json.putArray("capabilities")
                .add("permission-patient")
                .add("permission-user")
                .add("permission-v1")
                .add("permission-v2");
        document = json.toString();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(document);
    }
}
