package org.fascicle.smart.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fascicle.smart.trouble.LaunchRefused;
import org.fascicle.smart.trouble.Trouble;

/**
 * What was open in the EHR when it launched us (<a
 * href="https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html">launch context</a>). It never changes
 * after.
 *
 * @param patient logical id in the EHR
 * @param encounter logical id in the EHR
 * @param needsBanner whether we must show who the patient is; so unless the EHR says that it does
 * @param intent what the EHR would have us do, in its words
 * @param tenant the customer of a shared EHR
 * @param items what else was open: {@code fhirContext}, and the response that a card of ours was about
 */
public record LaunchContext(
        String patient,
        Optional<String> encounter,
        boolean needsBanner,
        Optional<String> intent,
        Optional<String> tenant,
        List<ContextItem> items) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    /** The members of a token response that are read here. */
    public static final Set<String> MEMBERS =
            Set.of("patient", "encounter", "need_patient_banner", "intent", "tenant", "fhirContext", AppContext.MEMBER);

    private static final int LONGEST_WORD = 200;
    private static final int MOST_ITEMS = 100;

    public LaunchContext {
        items = List.copyOf(items);
    }

    /**
     * From the members of a token response.
     *
     * @throws LaunchRefused when it names no patient, or names one in no form FHIR has
     */
    public static LaunchContext of(Map<String, Object> said) {
        String patient = id(said, "patient")
                .orElseThrow(
                        () -> new LaunchRefused(Trouble.NO_PATIENT, "`patient` is missing from the token response"));
        return new LaunchContext(
                patient,
                id(said, "encounter"),
                !Boolean.FALSE.equals(said.get("need_patient_banner")),
                word(said, "intent"),
                word(said, "tenant"),
                items(said));
    }

    private static Optional<String> id(Map<String, Object> said, String name) {
        Object value = said.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String id && ID.matcher(id).matches()) {
            return Optional.of(id);
        }
        throw new LaunchRefused(Trouble.NO_PATIENT, "`" + name + "` in the token response is not a FHIR id");
    }

    private static Optional<String> word(Map<String, Object> said, String name) {
        return said.get(name) instanceof String word && !word.isBlank() && word.length() <= LONGEST_WORD
                ? Optional.of(word)
                : Optional.empty();
    }

    private static List<ContextItem> items(Map<String, Object> said) {
        Collection<?> entries = said.get("fhirContext") instanceof Collection<?> given ? given : List.of();
        Stream<ContextItem> open = entries.stream()
                .limit(MOST_ITEMS)
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .map(ContextItem::find)
                .flatMap(Optional::stream);
        return Stream.concat(AppContext.find(said.get(AppContext.MEMBER)).stream(), open)
                .toList();
    }

    /** The id of the response that was to be opened, if the EHR named one; whose it is, is not known yet. */
    public Optional<String> response() {
        return items.stream()
                .flatMap(item -> item.reference().stream())
                .filter(reference -> reference.startsWith("QuestionnaireResponse/"))
                .map(reference -> reference.substring(reference.indexOf('/') + 1))
                .filter(id -> ID.matcher(id).matches())
                .findFirst();
    }

    /** Ids are a patient's. */
    @Override
    public String toString() {
        return "LaunchContext[]";
    }
}
