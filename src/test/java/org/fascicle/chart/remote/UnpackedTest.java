package org.fascicle.chart.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.fascicle.oauth.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackedTest {
    private static final String TEXT = "{\"family\":\"M\u00fcller\"}";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16"})
    void itIsReadInTheCharactersItIsWrittenIn(String charset) throws IOException {
        Map<String, String> headers = Map.of("Content-Type", "application/fhir+json; charset=\"" + charset + "\"");
        assertEquals(
                TEXT,
                Unpacked.of(answer(headers, TEXT.getBytes(Charset.forName(charset))), 100)
                        .text());
    }

    @Test
    void charactersNobodyKnowsAreTakenForThoseOfJson() throws IOException {
        Map<String, String> headers = Map.of("Content-Type", "application/json;charset=x,y");
        assertEquals(TEXT, Unpacked.of(answer(headers, utf8(TEXT)), 100).text());
    }

    @Test
    void theMarkAtItsBeginningIsNoPartOfIt() throws IOException {
        assertEquals(
                TEXT, Unpacked.of(answer(Map.of(), utf8("\uFEFF" + TEXT)), 100).text());
    }

    @Test
    void whatWasZippedUnaskedIsUnzipped() throws IOException {
        assertEquals(
                TEXT,
                Unpacked.of(answer(Map.of("Content-Encoding", "gzip"), zipped(TEXT)), 100)
                        .text());
    }

    @Test
    void whatIsTooLargeUnzippedOrNotZippedAtAllIsNoAnswer() throws IOException {
        byte[] bomb = zipped("x".repeat(1_000_000));
        Map<String, String> headers = Map.of("Content-Encoding", "gzip");
        assertThrows(IOException.class, () -> Unpacked.of(answer(headers, bomb), 100_000));
        assertThrows(IOException.class, () -> Unpacked.of(answer(headers, utf8(TEXT)), 100_000));
    }

    private static Answer answer(Map<String, String> headers, byte[] body) {
        Map<String, List<String>> all = new java.util.TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new Answer(200, HttpHeaders.of(all, (name, value) -> true), body);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(utf8(text));
        }
        return bytes.toByteArray();
    }
}
