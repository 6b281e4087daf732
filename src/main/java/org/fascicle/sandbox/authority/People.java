package org.fascicle.sandbox.authority;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who can sign in to the practice EHR, and whose chart can be opened; asked each time, since a ward changes. */
public record People(Supplier<List<Person>> clinicians, Supplier<List<Person>> patients) {
    Optional<Person> findClinician(String id) {
        return find(clinicians, id);
    }

    Optional<Person> findPatient(String id) {
        return find(patients, id);
    }

    private static Optional<Person> find(Supplier<List<Person>> people, String id) {
        return people.get().stream().filter(person -> person.id().equals(id)).findFirst();
    }
}
