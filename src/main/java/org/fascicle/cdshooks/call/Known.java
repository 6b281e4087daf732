package org.fascicle.cdshooks.call;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/**
 * What is known of the patient's chart in the end.
 *
 * @param patient the patient's id
 * @param unread what could not be had, and is therefore neither present nor absent
 */
public record Known(String patient, List<Resource> resources, List<Prefetch> unread) {
    public Known {
        resources = List.copyOf(resources);
        unread = List.copyOf(unread);
    }

    /** How responses and other resources refer to the patient. */
    public String subject() {
        return "Patient/" + patient;
    }

    public <T extends Resource> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public String toString() {
        return "Known[" + resources.size() + " resources, " + unread.size() + " unread]";
    }
}
