package org.fascicle.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void aDayIsWrittenAsTheReaderWritesIt() {
        LocalDate day = LocalDate.of(2026, 5, 3);
        assertEquals("3 May 2026", Words.in(Locale.ENGLISH).day(day));
        assertEquals("3. Mai 2026", Words.in(Locale.GERMAN).day(day));
    }

    @Test
    void aKeyWithoutWordsIsAFaultAndNotABlank() {
        assertThrows(
                IllegalArgumentException.class, () -> Words.in(Locale.ENGLISH).of("no.such.key"));
    }
}
