package org.fascicle.pages.history;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fascicle.clinical.rule.Concern;
import org.fascicle.clinical.rule.Urgency;
import org.fascicle.look.Words;
import org.fascicle.pages.visit.Translated;

/** What a result noted of the one before it, in the reader's language. */
record ChangeWords(Words words) {
    private static final Pattern NOTE = Pattern.compile("Changed since version (\\S+): (.+)\\.");
    private static final Pattern MOVED = Pattern.compile("(.+) from (.+) to (.+)");
    private static final Pattern LISTED = Pattern.compile("(newly|no longer) proposed: (.+)");
    private static final String NOTHING = "nothing but the facts it rests on";
    private static final String URGENCY = "urgency";

    /** Empty for another note. */
    Optional<String> find(String note) {
        Matcher matcher = NOTE.matcher(note);
        return matcher.matches()
                ? Optional.of(words.of(
                        "change.since",
                        matcher.group(1),
                        Arrays.stream(matcher.group(2).split("; "))
                                .map(this::change)
                                .collect(Collectors.joining("; "))))
                : Optional.empty();
    }

    private String change(String change) {
        Matcher listed = LISTED.matcher(change);
        if (listed.matches()) {
            String key = listed.group(1).equals("newly") ? "change.added" : "change.gone";
            return words.of(key, translated().list(listed.group(2)));
        }
        Matcher moved = MOVED.matcher(change);
        if (moved.matches()) {
            return moved(moved);
        }
        return change.equals(NOTHING) ? words.of("change.nothing") : change;
    }

    private String moved(Matcher moved) {
        boolean isUrgency = moved.group(1).equals(URGENCY);
        String what = isUrgency ? words.of("change.urgency") : translated().of(moved.group(1));
        return words.of("change.from", what, level(moved.group(2)), level(moved.group(3)));
    }

    private String level(String code) {
        Stream<String> urgencies = Arrays.stream(Urgency.values())
                .map(Urgency::code)
                .filter(code::equals)
                .map(known -> words.of("urgency." + known));
        Stream<String> concerns = Arrays.stream(Concern.values())
                .map(Concern::code)
                .filter(code::equals)
                .map(known -> words.of("concern." + known));
        return Stream.concat(urgencies, concerns).findFirst().orElseGet(() -> words.of("concern.diagnosed"));
    }

    private Translated translated() {
        return Translated.in(words.locale());
    }
}
