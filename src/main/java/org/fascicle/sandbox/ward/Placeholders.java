package org.fascicle.sandbox.ward;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in double braces in a file of the ward:
 *
 * <ul>
 *   <li>{@code {{today}}}, {@code {{today-4}}}: a day, so many days ago;
 *   <li>{@code {{today-22y-140}}}: so many years and then days ago, for births and old diagnoses;
 *   <li>{@code {{today-4 08:15}}}: a moment of that day, in the clock's zone;
 *   <li>{@code {{base64 …}}}: the text of a letter, as an attachment carries it.
 * </ul>
 *
 * @param today the day of loading
 * @param zone where the ward is
 */
record Placeholders(LocalDate today, ZoneId zone) {
    private static final Pattern BRACES = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern DAY = Pattern.compile("today(?:-(\\d+)y)?(?:-(\\d+))?(?: (\\d\\d:\\d\\d))?");
    private static final String BASE64 = "base64 ";

    static Placeholders on(Clock clock) {
        return new Placeholders(LocalDate.now(clock), clock.getZone());
    }

    /** The text with everything in braces replaced. */
    String fill(String text) {
        return BRACES.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String placeholder) {
        if (placeholder.startsWith(BASE64)) {
            byte[] letter = placeholder.substring(BASE64.length()).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(letter);
        }
        Matcher day = DAY.matcher(placeholder);
        if (!day.matches()) {
            throw new IllegalArgumentException("`{{" + placeholder + "}}` in the ward is not understood");
        }
        return date(day);
    }

    private String date(MatchResult found) {
        LocalDate day = today.minusYears(number(found.group(1))).minusDays(number(found.group(2)));
        return Optional.ofNullable(found.group(3))
                .map(time -> day.atTime(LocalTime.parse(time)).atZone(zone))
                .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
                .orElseGet(day::toString);
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
