package org.fascicle.cdshooks;

import static org.fascicle.fhir.json.Element.element;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fascicle.cdshooks.call.Hook;
import org.fascicle.cdshooks.call.Prefetch;
import org.fascicle.clinical.rule.Tables;
import org.fascicle.fhir.json.Element;

/** Says which services there are. {@code version} and {@code hookVersion} are of CDS Hooks 3.0 and do no harm before. */
final class Discovery {
    private Discovery() {}

    static ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        for (Hook hook : Hook.values()) {
            document.withArrayProperty("services").add(service(hook).json());
        }
        return document;
    }

    private static Element service(Hook hook) {
        Element prefetch = element();
        for (Prefetch wanted : Prefetch.values()) {
            prefetch.set(wanted.key(), wanted.template());
        }
        return element()
                .set("hook", hook.code())
                .set("hookVersion", "1.0")
                .set("title", hook.title())
                .set("description", hook.description())
                .set("id", hook.service())
                .set("version", Tables.VERSION)
                .set("prefetch", prefetch)
                .set(
                        "usageRequirements",
                        "Calls carry a signed token (ES384, RS384 or RS256) of a registered issuer. What is not"
                                + " prefetched is read from a registered fhirServer with fhirAuthorization.");
    }
}
