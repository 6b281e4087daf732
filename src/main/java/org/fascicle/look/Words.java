package org.fascicle.look;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of an interface in one language, by key, and how that language writes days. */
public final class Words {
    private static final String LOOK = "org.fascicle.look.words";
    private static final int DIGITS = 3;
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final Map<String, String> words;
    private final boolean isSwitchable;

    private Words(Locale locale, Map<String, String> words, boolean isSwitchable) {
        this.locale = locale;
        this.words = Map.copyOf(words);
        this.isSwitchable = isSwitchable;
    }

    /** For pages that are written in one language. */
    public static Words only(Locale locale) {
        Map<String, String> words = new HashMap<>();
        read(LOOK, locale, words);
        return new Words(locale, words, false);
    }

    /** @param bundles the class path names of more words, such as {@code org.fascicle.pages.words} */
    public static Words in(Locale locale, String... bundles) {
        Map<String, String> words = new HashMap<>();
        read(LOOK, locale, words);
        List.of(bundles).forEach(bundle -> read(bundle, locale, words));
        return new Words(locale, words, true);
    }

    private static void read(String name, Locale locale, Map<String, String> words) {
        ResourceBundle bundle = ResourceBundle.getBundle(name, locale, EXACTLY);
        bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
    }

    public Locale locale() {
        return locale;
    }

    /** Whether a reader can have the page in another language. */
    public boolean isSwitchable() {
        return isSwitchable;
    }

    /** The words under this key. */
    public String of(String key) {
        String found = words.get(key);
        if (found == null) {
            throw new IllegalArgumentException("there are no words for `" + key + "`");
        }
        return found;
    }

    /** The words under this key, with values in their places: {@code {0}}, {@code {1}} … */
    public String of(String key, Object... values) {
        return new MessageFormat(of(key), locale).format(values);
    }

    /** A number, as people write it, without digits a conversion made up. */
    public String number(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(DIGITS);
        format.setGroupingUsed(false);
        return format.format(number);
    }

    /** A day, as people write it. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(of("day"), locale).format(day);
    }

    /** A moment to the minute. */
    public String moment(OffsetDateTime moment) {
        return DateTimeFormatter.ofPattern(of("moment"), locale).format(moment);
    }

    @Override
    public String toString() {
        return "Words[" + locale + "]";
    }
}
