package org.fascicle.cdshooks.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fascicle.fhir.json.Element;

/** What an EHR does when a suggestion is accepted. */
public sealed interface Action {
    String description();

    /** Stores a new resource, which has no id yet. */
    record Create(String description, ObjectNode resource) implements Action {
        @Override
        public String toString() {
            return "Create";
        }
    }

    /** Puts this in the place of the resource with its id. */
    record Update(String description, ObjectNode resource) implements Action {
        @Override
        public String toString() {
            return "Update";
        }
    }

    /** @param reference such as {@code ServiceRequest/7} */
    record Delete(String description, String reference) implements Action {}

    default Element written() {
        Element action = Element.element();
        if (this instanceof Create create) {
            action.set("type", "create").set("description", create.description);
            action.json().set("resource", create.resource);
        } else if (this instanceof Update update) {
            action.set("type", "update").set("description", update.description);
            action.json().set("resource", update.resource);
        } else if (this instanceof Delete delete) {
            action.set("type", "delete").set("description", delete.description).set("resourceId", delete.reference);
        }
        return action;
    }
}
