package org.fascicle.pages.visit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fascicle.clinical.advice.Advice;
import org.fascicle.clinical.advice.AdviceTexts;
import org.fascicle.clinical.chart.Activity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranslatedTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources", "org", "fascicle");

    /** An English text that changes has to be translated anew: the comment says what was translated. */
    @Test
    void everyAdviceAndActivityHasGermanMadeFromTheEnglishOfToday() throws IOException {
        Map<String, String> english = new LinkedHashMap<>();
        AdviceTexts.ALL.forEach(advice -> english.put(Translated.key(advice), advice.text()));
        Arrays.stream(Activity.values()).forEach(activity -> english.put(Translated.key(activity), activity.words()));

        Map<String, String> translated = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(RESOURCES.resolve("pages/clinical_de.properties"), UTF_8);
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).contains(" = ") && !lines.get(line).startsWith("#")) {
                translated.put(
                        lines.get(line).split(" = ")[0], lines.get(line - 1).substring("# ".length()));
            }
        }
        assertEquals(english, translated);
    }

    @Test
    void aGermanReaderIsToldInGermanAndOthersInEnglish() {
        Advice net = AdviceTexts.ALL.get(AdviceTexts.ALL.size() - 1);
        assertEquals(
                "Kommen Sie sofort wieder, wenn Sie Schwäche, dünner werdende Muskeln, Schwierigkeiten beim Schlucken,"
                        + " Sprechen oder Atmen, Stürze oder neue Taubheit bemerken.",
                Translated.in(Locale.GERMAN).of(net));
        assertEquals(net.text(), Translated.in(Locale.ENGLISH).of(net));
        assertEquals("Überweisung zur Neurologie", Translated.in(Locale.GERMANY).of(Activity.NEUROLOGY));
        AdviceTexts.ALL.forEach(advice ->
                assertNotEquals(advice.text(), Translated.in(Locale.GERMAN).of(advice)));
    }

    /** Numbers are what a translation must not change. */
    @Test
    void everyNumberOfAnAdviceIsInItsGerman() {
        for (Advice advice : AdviceTexts.ALL) {
            Set<String> english = numbers(advice.text());
            Set<String> german = numbers(Translated.in(Locale.GERMAN).of(advice));
            german.removeAll(advice.id().equals("ADV-ALCOHOL") ? Set.of("8") : Set.of());
            assertEquals(english, german, advice.id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"look", "pages"})
    void theWordsOfThePagesAreTheSameInBothLanguages(String place) throws IOException {
        assertEquals(keys(place, "words.properties"), keys(place, "words_de.properties"));
    }

    private static Set<String> numbers(String text) {
        return Pattern.compile("\\d+")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(String place, String file) throws IOException {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(place).resolve(file), UTF_8)) {
            words.load(reader);
        }
        return words.stringPropertyNames();
    }
}
