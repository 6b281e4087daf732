package org.fascicle.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fascicle.sandbox.ward.Ward;
import org.fascicle.testing.Browser;
import org.fascicle.testing.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A clinician who chose German reads German: nothing we say ourselves stays English. */
class GermanTest {
    /** Titles of English publications, what somebody else wrote, and what is not shown. */
    private static final Pattern NOT_OURS =
            Pattern.compile("(?s)<(\\w+)[^>]* lang=\"en\"[^>]*>.*?</\\1>|<(bdi|script|style)\\b[^>]*>.*?</\\2>");

    /** Words of English sentences and of no German one; and a place where nothing was put. */
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(the|and|with|not|of|which|has|been|or|for|from|to|by)\\b[^.;:<>\\n]*|\\{\\d.*");

    @TempDir
    static Path folder;

    private static WardSite site;
    private static List<String> phrases;
    private final Browser browser = Browser.fresh();

    @BeforeAll
    static void open() throws IOException {
        site = WardSite.open(folder, Clock.systemUTC());
        phrases = Stream.of("clinical", "words").flatMap(GermanTest::phrases).toList();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /** The English of every rule, order, fact and message that reads otherwise in German. */
    private static Stream<String> phrases(String bundle) {
        Properties english = read(bundle + ".properties");
        Properties german = read(bundle + "_de.properties");
        return english.stringPropertyNames().stream()
                .filter(id -> !english.getProperty(id).equalsIgnoreCase(german.getProperty(id)))
                .map(english::getProperty)
                .filter(words -> !words.contains("{") && words.contains(" "))
                .map(words -> words.toLowerCase(Locale.ROOT));
    }

    private static Properties read(String file) {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(
                Path.of("src/main/resources/org/fascicle/pages", file), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return words;
    }

    static List<String> ward() {
        return Ward.PATIENTS;
    }

    @ParameterizedTest
    @MethodSource("ward")
    void everyPageOfEveryPatientOfTheWardIsGerman(String patient) {
        URI start = launched(patient, scope -> true);
        assertGerman(start, "interview?new=yes");
        Page history = assertGerman(start, "history");
        for (String result : results(history)) {
            Page page = assertGerman(start, "result/" + result);
            assertTrue(page.body().contains("<html lang=\"de\""), result);
            assertGerman(start, "leaflet/" + result);
        }
    }

    private static List<String> results(Page history) {
        return Pattern.compile("/result/([A-Za-z0-9.-]+)\"")
                .matcher(history.body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    @Test
    void whatIsDecidedAmendedAndNotGrantedIsSaidInGermanToo() {
        URI start = launched("tomas", scope -> true);
        Page result = browser.get(start.resolve("result/tomas-history"));
        Page accepted =
                browser.follow(HtmlForm.holding(result, "value=\"neurology\"").send(browser, "accept"));
        assertEquals(List.of(), english(accepted));
        Page interview = browser.get(start.resolve("interview/tomas-history"));
        Page amended = browser.follow(
                HtmlForm.on(interview, "interview").with("rf.breath", "at-rest").send(browser, "submit"));
        while (amended.status() == 422) {
            assertEquals(List.of(), english(amended));
            amended = browser.follow(HtmlForm.on(amended, "interview").send(browser, "submit"));
        }
        assertEquals(List.of(), english(amended));
        Page history = assertGerman(start, "history");
        assertTrue(history.body().contains("Geändert seit Fassung"), "the change is noted");
        assertTrue(history.body().contains("Dringlichkeit von"), "in words");

        URI none = launched("tomas", scope -> !scope.contains("/QuestionnaireResponse."));
        Page filled = HtmlForm.on(assertGerman(none, "interview"), "interview")
                .with("rf.breath", "at-rest")
                .with("hx.concern", "3")
                .send(browser, "submit");
        Page copied = browser.follow(filled);
        while (copied.status() == 422) {
            copied = browser.follow(HtmlForm.on(copied, "interview").send(browser, "submit"));
        }
        assertEquals(List.of(), english(copied));
        assertTrue(copied.body().contains(">Einschätzung der Faszikulationen: Notfall"), "the text to copy");

        URI fewer = launched("miriam", scope -> !scope.matches("patient/(Condition|RiskAssessment|Procedure)\\..*"));
        Page poorer = assertGerman(fewer, "result/miriam-history");
        assertTrue(poorer.body().contains("In der Akte nicht gelesen und daher unbekannt: Diagnosen"));
        assertTrue(assertGerman(fewer, "interview?new=yes").body().contains("der erteilte Zugriff umfasst nicht"));
    }

    @Test
    void numbersAndDaysAreWrittenAsGermansDo() {
        String result = browser.get(launched("miriam", scope -> true).resolve("result/miriam-history"))
                .body();
        assertTrue(Pattern.compile("Magnesium</th><td>0,\\d+ mmol/L, Alarm: ")
                .matcher(result)
                .find());
        assertTrue(Pattern.compile("Magnesium 0,\\d+ mmol/L vom \\d+\\. \\S+ \\d{4}, Alarm: ")
                .matcher(result)
                .find());
    }

    private URI launched(String patient, Predicate<String> scopes) {
        URI start = site.launch(browser, "imke", patient, scopes).address();
        browser.get(start.resolve("history?lang=de"));
        return start;
    }

    private Page assertGerman(URI start, String address) {
        Page page = browser.get(start.resolve(address));
        assertEquals(200, page.status(), address);
        assertEquals(List.of(), english(page), address);
        return page;
    }

    private static List<String> english(Page page) {
        String shown = NOT_OURS.matcher(page.body()).replaceAll(" ");
        String attributes = String.join("\n", attributes(shown));
        String text = shown.replaceAll("(?s)<[^>]*>", "\n") + "\n" + attributes;
        List<String> found = new ArrayList<>();
        ENGLISH.matcher(text).results().map(one -> one.group().strip()).forEach(found::add);
        String said = text.toLowerCase(Locale.ROOT);
        phrases.stream()
                .filter(said::contains)
                .filter(phrase -> isWhole(phrase, said))
                .forEach(found::add);
        return found;
    }

    private static boolean isWhole(String phrase, String said) {
        return Pattern.compile("\\b" + Pattern.quote(phrase) + "\\b")
                .matcher(said)
                .find();
    }

    /** What is read aloud though it is not shown. */
    private static List<String> attributes(String html) {
        return Pattern.compile("(?:aria-label|title|alt|placeholder|data-announce)=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
