package org.fascicle.pages;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.pages.visit.Screen;

/** The pages of a launch, by name: {@code /app/{handle}/{name}/{id}}. */
record Screens(Map<String, Screen> byName) {
    private static final Pattern PATH = Pattern.compile("/app/[A-Za-z0-9_-]{43}/([a-z]*)(?:/([A-Za-z0-9\\-.]{1,64}))?");

    Screens {
        byName = Map.copyOf(byName);
    }

    /** A page, and what comes after its name. */
    record Found(Screen screen, String id) {}

    Optional<Found> find(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches() || !byName.containsKey(matcher.group(1))) {
            return Optional.empty();
        }
        String id = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(new Found(byName.get(matcher.group(1)), id));
    }
}
