package org.fascicle.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Ann O'Hara|Ann O&#39;Hara",
                "<b> & \"c\"|&lt;b&gt; &amp; &quot;c&quot;",
                "naïve 🙂|naïve 🙂",
                "a\u202eb\u0000c\u0007d\u200fe|a b c d e",
                "&amp;|&amp;amp;"
            })
    void textIsShownAsText(String text, String html) {
        assertEquals(html, Html.escape(text));
    }
}
