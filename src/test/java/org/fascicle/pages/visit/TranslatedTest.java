package org.fascicle.pages.visit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** A unit of alcohol differs from country to country, so the German says which is meant. */
    private static final Map<String, Set<String>> ADDED = Map.of("advice.ADV-ALCOHOL", Set.of("8"));

    /** An English text that changes has to be translated anew: the bundle holds what was translated. */
    @Test
    void everyTableSaysTodayWhatWasTranslated() throws IOException {
        Map<String, String> translated = read("pages", "clinical.properties");
        translated.keySet().removeIf(id -> !Said.isFromATable(id));
        assertEquals(new TreeMap<>(Said.byTheTables()), translated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"look/words", "pages/words", "pages/clinical"})
    void everythingThatIsSaidIsSaidInGermanWithTheSamePlaces(String bundle) throws IOException {
        Map<String, String> english = read("", bundle + ".properties");
        Map<String, String> german = read("", bundle + "_de.properties");
        assertEquals(english.keySet(), german.keySet());
        english.forEach((id, words) -> {
            assertEquals(places(words), places(german.get(id)), id);
            assertEquals(words.isBlank(), german.get(id).isBlank(), id);
        });
    }

    /** Numbers are what a translation must not change. */
    @Test
    void everyNumberIsInItsGerman() throws IOException {
        Map<String, String> german = read("pages", "clinical_de.properties");
        read("pages", "clinical.properties").forEach((id, words) -> {
            Set<String> numbers = numbers(german.get(id).replaceAll("(\\d),(\\d)", "$1.$2"));
            numbers.removeAll(ADDED.getOrDefault(id, Set.of()));
            assertEquals(numbers(words), numbers, id);
        });
    }

    /** Two that read the same in English are found by their words, so they must read the same in German. */
    @Test
    void theSameEnglishIsTheSameGerman() throws IOException {
        Map<String, String> german = read("pages", "clinical_de.properties");
        Map<String, Set<String>> byEnglish = new TreeMap<>();
        read("pages", "clinical.properties")
                .forEach((id, words) -> byEnglish
                        .computeIfAbsent(words.toLowerCase(Locale.ROOT), first -> new TreeSet<>())
                        .add(german.get(id)));
        byEnglish.values().removeIf(one -> one.size() == 1);
        assertEquals(Map.of(), byEnglish);
    }

    @Test
    void aGermanReaderIsToldInGermanAndOthersInEnglish() {
        Translated german = Translated.in(Locale.GERMANY);
        Advice net = AdviceTexts.ALL.get(AdviceTexts.ALL.size() - 1);
        assertEquals(
                "Kommen Sie sofort wieder, wenn Sie Schwäche, dünner werdende Muskeln, Schwierigkeiten beim Schlucken,"
                        + " Sprechen oder Atmen, Stürze oder neue Taubheit bemerken.",
                german.of(net));
        assertEquals(net.text(), Translated.in(Locale.ENGLISH).of(net));
        assertEquals("Überweisung zur Neurologie", german.of(Activity.NEUROLOGY));
        AdviceTexts.ALL.forEach(advice -> assertNotEquals(advice.text(), german.of(advice)));
    }

    @Test
    void aSentenceIsTranslatedWithWhatStandsInIt() {
        Translated german = Translated.in(Locale.GERMAN);
        assertEquals(
                "In der Akte nicht gelesen und daher unbekannt: Diagnosen, Medikamente.",
                german.of("Not read in the chart, and so unknown: problems, medicines."));
        assertEquals(
                "nicht möglich und nicht verwendet: Kalium 61 mmol/L, obwohl das Labor es als kritisch gekennzeichnet hat",
                german.of("potassium 61 mmol/L is not possible and was not used,"
                        + " although the laboratory flagged it critical"));
        assertEquals("Diese Befragung ist 45 Tage alt.", german.of("This response is 45 days old."));
        assertEquals(
                "neurologische Untersuchung: Kraft, Muskelmasse, Reflexe, Fußsohlen, Zunge, Kalium",
                german.list("neurological examination: strength, bulk, reflexes, plantars, tongue, potassium"));
        assertEquals("what nobody translated", german.of("what nobody translated"));
        assertEquals("potassium", Translated.in(Locale.ENGLISH).of("potassium"));
    }

    private static Set<String> places(String text) {
        return found("\\{\\d", text);
    }

    private static Set<String> numbers(String text) {
        return found("\\d+", text);
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> read(String place, String file) throws IOException {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(place).resolve(file), UTF_8)) {
            words.load(reader);
        }
        Map<String, String> read = new TreeMap<>();
        words.stringPropertyNames().forEach(id -> read.put(id, words.getProperty(id)));
        return read;
    }
}
