package org.fascicle.cdshooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fascicle.cdshooks.card.Indicator;
import org.fascicle.cdshooks.card.Markdown;
import org.fascicle.cdshooks.card.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            <script>alert(1)</script>  § &#60;script&#62;alert(1)&#60;/script&#62;
            [x](javascript:alert(1))   § \\[x\\](javascript:alert(1))
            ![](http://evil.example)   § !\\[\\](http\\://evil.example)
            see http://evil.example    § see http\\://evil.example
            www.evil.example           § www\\.evil.example
            a@evil.example             § a\\@evil.example
            **bold** _em_ `code` ~s~   § \\*\\*bold\\*\\* \\_em\\_ \\`code\\` \\~s\\~
            # heading                  § \\# heading
            - item                     § \\- item
            1. item                    § 1\\. item
            back\\slash                § back\\\\slash
            &lt;b&gt;                  § &#38;lt;b&#38;gt;
            potassium 6.9 mmol/L       § potassium 6.9 mmol/L
            ten (10) of 12             § ten (10) of 12""")
    void d1TextOfStrangersMeansOnlyItself(String text, String escaped) {
        assertEquals(escaped, Markdown.escaped(text));
    }

    @Test
    void d1LinesControlCharactersAndTurnsOfDirectionBecomeSpaces() {
        assertEquals("one  two three", Markdown.escaped("one\r\ntwo\u202ethree"));
        assertEquals("x y", Markdown.escaped("x\0y"));
    }

    @Test
    void d5OnlyAPlainHttpsAddressBecomesALink() {
        String linked = new Markdown()
                .sources("S", List.of(new Markdown.Cited("NICE [x]", "https://www.nice.org.uk/guidance/ng127")))
                .toString();
        assertTrue(linked.endsWith("- [NICE \\[x\\]](https://www.nice.org.uk/guidance/ng127)"), linked);
        for (String address : List.of("", "http://nice.org.uk", "javascript:alert(1)", "https://x) [y](z")) {
            String plain = new Markdown()
                    .sources("S", List.of(new Markdown.Cited("NICE", address)))
                    .toString();
            assertTrue(plain.endsWith("- NICE"), plain);
        }
    }

    @Test
    void e7ASummaryIsAlwaysShorterThan140Characters() {
        String summary = new Message("weakness ".repeat(40), Indicator.INFO, "").summary();
        assertEquals(139, summary.codePointCount(0, summary.length()));
        assertTrue(summary.endsWith("…"));
        assertEquals("short", new Message("short", Indicator.INFO, "").summary());
    }
}
