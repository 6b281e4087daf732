package org.fascicle.pages.visit;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fascicle.chart.Key;
import org.fascicle.look.Banner;
import org.fascicle.look.Banner.Fact;
import org.fascicle.look.Words;
import org.fascicle.smart.ehr.Feature;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;

/** Whose page it is, where the EHR does not say so itself. */
public final class Banners {
    private Banners() {}

    /** Empty when the EHR shows a banner of its own, or does not let us read the patient. */
    public static Optional<Banner> find(Visit visit) {
        boolean isOurs = visit.launch().context().needsBanner()
                && visit.launch().features().allow(Feature.SEE_PATIENT);
        return isOurs ? Optional.of(of(read(visit), visit)) : Optional.empty();
    }

    private static Patient read(Visit visit) {
        return visit.chart()
                .read(new Key("Patient", visit.launch().context().patient()))
                .as(Patient.class);
    }

    static Banner of(Patient patient, Visit visit) {
        Words words = visit.words();
        List<Fact> facts = new ArrayList<>();
        if (patient.hasBirthDate()) {
            facts.add(new Fact(words.of("banner.born"), born(patient, visit)));
        }
        if (patient.hasGender()) {
            String key = "banner.sex." + patient.getGender().toCode();
            facts.add(new Fact(words.of("banner.sex"), words.of(key)));
        }
        number(patient).ifPresent(number -> facts.add(new Fact(words.of("banner.number"), number)));
        return new Banner(name(patient).orElse(words.of("banner.nameless")), facts);
    }

    private static String born(Patient patient, Visit visit) {
        String written = patient.getBirthDateElement().getValueAsString();
        if (written.length() < "yyyy-MM-dd".length()) {
            return written;
        }
        LocalDate day = LocalDate.parse(written);
        LocalDate today = visit.now().toLocalDate();
        String key = day.plusYears(2).isAfter(today) ? "banner.born.months" : "banner.born.years";
        Period age = Period.between(day, today);
        long number = day.plusYears(2).isAfter(today) ? age.toTotalMonths() : age.getYears();
        return visit.words().of(key, visit.words().day(day), number);
    }

    private static Optional<String> name(Patient patient) {
        return patient.getName().stream()
                .filter(name -> name.getUse() != HumanName.NameUse.OLD)
                .findFirst()
                .map(Banners::name)
                .filter(name -> !name.isBlank());
    }

    private static String name(HumanName name) {
        String given = name.getGiven().stream().map(PrimitiveType::getValue).collect(Collectors.joining(" "));
        String family = name.hasFamily() ? name.getFamily().toUpperCase(Locale.ROOT) : "";
        String both = String.join(
                ", ",
                List.of(family, given).stream().filter(part -> !part.isBlank()).toList());
        return both.isEmpty() && name.hasText() ? name.getText() : both;
    }

    private static Optional<String> number(Patient patient) {
        return patient.getIdentifier().stream()
                .map(Identifier::getValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
