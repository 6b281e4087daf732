package org.fascicle.sandbox.desk;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.assessing.Result;
import org.fascicle.fault.Fault;
import org.fascicle.sandbox.sheet.Assessed;
import org.fascicle.sandbox.sheet.Identity;
import org.fascicle.sandbox.sheet.Sheet;

/**
 * What a newcomer is shown: who may sign in, what to try, and one patient judged for this very request.
 *
 * @param demonstration empty only when all of the candidates' histories were withdrawn
 */
public record Welcome(URI base, List<Roll.Clinician> clinicians, WardList list, Optional<Demonstration> demonstration) {
    /** Whose history shows most at a glance, and who stands in. */
    private static final List<String> CANDIDATES = List.of("tomas", "miriam", "halima", "jonas");

    /** A patient's result, made now and not stored. */
    public record Demonstration(Identity who, String reason, Assessed assessed) {}

    static Welcome of(Desk desk, WardList list) {
        return new Welcome(
                desk.base(),
                new Roll(desk.chart()).clinicians(),
                list,
                CANDIDATES.stream()
                        .flatMap(patient -> demonstration(desk, patient))
                        .findFirst());
    }

    private static Stream<Demonstration> demonstration(Desk desk, String patient) {
        try {
            Result result = desk.assessing().apply(desk.clock()).preview(desk.chart(), patient + "-history");
            Sheet sheet = new Sheet(desk.chart(), patient, LocalDate.now(desk.clock()));
            String reason = sheet.visit().map(visit -> visit.reason()).orElse("");
            return Stream.of(new Demonstration(sheet.identity(), reason, Assessed.shown(result)));
        } catch (Fault withdrawn) {
            return Stream.empty();
        }
    }
}
