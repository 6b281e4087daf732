package org.fascicle.pages.visit;

import java.util.Optional;
import org.fascicle.assessing.Clinician;
import org.fascicle.smart.exchange.User;

/** Who acts in a launch. */
public final class Clinicians {
    private Clinicians() {}

    public static Clinician of(Visit visit) {
        Optional<User> user = visit.launch().user();
        return new Clinician(user.map(User::reference), user.flatMap(User::name));
    }
}
