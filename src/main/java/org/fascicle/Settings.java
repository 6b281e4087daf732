package org.fascicle;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.fascicle.api.Capacity;
import org.fascicle.api.SearchBounds;
import org.fascicle.assessing.OrderTerms;
import org.fascicle.clinical.limit.Limits;
import org.fascicle.http.PemFiles;
import org.fascicle.http.Sender;
import org.fascicle.oauth.WebAddress;
import org.fascicle.watch.Subscribers;

/** The settings in force, read once at start from the environment; what is wrong is named before anything starts. */
public final class Settings {
    /** As a browser writes it: nothing behind host and port. */
    private static final Pattern ORIGIN = Pattern.compile("https?://(?:[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?");

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    private Settings(Map<String, String> environment) {
        for (Setting setting : Setting.values()) {
            String given = environment.getOrDefault(setting.variable(), "").strip();
            values.put(setting, given.isEmpty() ? setting.standard() : given);
        }
    }

    /** @throws IllegalArgumentException naming the setting, its value and what it may be */
    public static Settings from(Map<String, String> environment) {
        Settings settings = new Settings(environment);
        settings.port();
        settings.isSandbox();
        settings.orderTerms();
        settings.rate();
        settings.number(Setting.AT_ONCE, 1, 190);
        settings.oneOf(Setting.LOG, "text", "json");
        settings.certificate();
        settings.capacity();
        settings.storeDeadline();
        settings.answerBytes();
        settings.number(Setting.CDS_SILENCE, 1, 365);
        settings.oneOf(Setting.ASSESS_ON_SUBMIT, "yes", "no");
        settings.subscribers();
        settings.requireAddresses();
        return settings;
    }

    private void requireAddresses() {
        String base = text(Setting.BASE_URL);
        if (!base.isEmpty() && (WebAddress.find(base).isEmpty() || base.matches(".*[/?]"))) {
            throw wrong(Setting.BASE_URL, "an https address (http on this machine only) without a slash at the end");
        }
        if (!words(Setting.TRUSTED_PROXY).stream().allMatch(Sender::isAddress)) {
            throw wrong(Setting.TRUSTED_PROXY, "addresses such as `10.0.0.5` or `fd00::5`, with spaces between");
        }
        if (!words(Setting.ORIGINS).stream()
                .allMatch(origin -> ORIGIN.matcher(origin).matches())) {
            throw wrong(Setting.ORIGINS, "origins such as `https://app.example.org`, with spaces between and no path");
        }
    }

    public String text(Setting setting) {
        return values.get(setting);
    }

    /** The value, unless it is empty. */
    public Optional<String> find(Setting setting) {
        return Optional.of(text(setting)).filter(value -> !value.isEmpty());
    }

    public int port() {
        return number(Setting.PORT, 0, 65_535);
    }

    public boolean isSandbox() {
        return oneOf(Setting.MODE, "sandbox", "connected").equals("sandbox");
    }

    /** Requests a second of one sender; empty for any number. The sandbox is for this machine, which may do as it likes. */
    public Optional<Integer> rate() {
        Optional<Integer> standard = isSandbox() ? Optional.empty() : Optional.of(200);
        return find(Setting.RATE).isPresent() ? Optional.of(number(Setting.RATE, 1, 1_000_000)) : standard;
    }

    /** How much one request at the FHIR door may bring and ask for. */
    public Capacity capacity() {
        return new Capacity(
                number(Setting.MOST_BYTES, 65_536, 67_108_864),
                number(Setting.MOST_LEVELS, 20, 200),
                number(Setting.MOST_ENTRIES, 1, 10_000),
                number(Setting.MOST_ITEMS, 200, 100_000),
                number(Setting.MOST_ANSWERS, 200, 100_000),
                new SearchBounds(
                        number(Setting.MOST_MATCHES, 10, 500),
                        number(Setting.MOST_CONDITIONS, 10, 50),
                        number(Setting.MOST_VALUES, 300, 900)));
    }

    /** How long a FHIR server as the store may take for the whole of an answer. */
    public Duration storeDeadline() {
        return Duration.ofSeconds(number(Setting.STORE_SECONDS, 1, 300));
    }

    /** How long an answer of a FHIR server may be, be it the store or an EHR's. */
    public int answerBytes() {
        return number(Setting.ANSWER_BYTES, 1_048_576, 268_435_456);
    }

    /** Where Subscriptions may send; empty when nobody is told. Those of a FHIR server as the store are its own to serve. */
    public Optional<Subscribers> subscribers() {
        Optional<Subscribers> subscribers = find(Setting.SUBSCRIBERS).map(Subscribers::parse);
        if (subscribers.isPresent() && text(Setting.STORE).matches("https?://.*")) {
            throw new IllegalArgumentException("`" + Setting.SUBSCRIBERS.variable() + "` cannot be set where `"
                    + Setting.STORE.variable() + "` is a FHIR server: that server serves its own Subscriptions");
        }
        return subscribers;
    }

    /** What we show for TLS; empty when we do not speak it ourselves. */
    public Optional<PemFiles> certificate() {
        Optional<Path> certificate = find(Setting.TLS_CERTIFICATE).map(Path::of);
        Optional<Path> key = find(Setting.TLS_KEY).map(Path::of);
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException("`" + Setting.TLS_CERTIFICATE.variable() + "` and `"
                    + Setting.TLS_KEY.variable() + "` need each other; set both or neither");
        }
        return certificate.map(file -> new PemFiles(file, key.orElseThrow()));
    }

    /** The words of a list separated by spaces; none when it is empty. */
    public Set<String> words(Setting setting) {
        return find(setting)
                .map(list -> Set.copyOf(List.of(list.split("\\s+"))))
                .orElse(Set.of());
    }

    /** A whole number between two others, both included. */
    public int number(Setting setting, int least, int most) {
        String value = text(setting);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number out of range.
        }
        throw wrong(setting, "a whole number from " + least + " to " + most);
    }

    public String oneOf(Setting setting, String... allowed) {
        String value = text(setting);
        if (!List.of(allowed).contains(value)) {
            throw wrong(setting, "one of " + Arrays.toString(allowed));
        }
        return value;
    }

    /** What an accepted proposal becomes. */
    public OrderTerms orderTerms() {
        return OrderTerms.of(
                oneOf(Setting.ORDER_INTENT, "order", "plan"), oneOf(Setting.ORDER_STATUS, "draft", "active"));
    }

    /** The hospital's own thresholds over the defaults. */
    public Limits limits() {
        return find(Setting.LIMITS).map(Path::of).map(Settings::limits).orElse(Limits.standard());
    }

    private static Limits limits(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("`" + file + "` cannot be read (" + Setting.LIMITS.variable() + ")");
        }
        Map<String, Double> own = new HashMap<>();
        lines.stringPropertyNames().forEach(key -> own.put(key, decimal(key, lines.getProperty(key))));
        return limits(own);
    }

    private static Limits limits(Map<String, Double> own) {
        try {
            return Limits.of(own);
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException("`" + Setting.LIMITS.variable() + "`: " + unfit.getMessage(), unfit);
        }
    }

    private static double decimal(String key, String value) {
        try {
            return Double.parseDouble(value.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "`" + Setting.LIMITS.variable() + "`: `" + key + "` is `" + value + "`; it must be a number");
        }
    }

    private IllegalArgumentException wrong(Setting setting, String wanted) {
        return new IllegalArgumentException(
                "`" + setting.variable() + "` is `" + text(setting) + "`; it must be " + wanted);
    }
}
