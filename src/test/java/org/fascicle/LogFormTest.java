package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogFormTest {
    @Test
    void aLineOfJsonForEachEventWithoutWhatAnExceptionSays() throws IOException, JoranException {
        JsonNode line = new ObjectMapper().readTree(logged("json"));

        assertEquals("stored 3 resources", line.get("formattedMessage").asText());
        assertEquals("INFO", line.get("level").asText());
        assertFalse(line.toString().contains("Krzysztof"), line.toString());
    }

    @Test
    void textIsTheStandardAndHidesWhatAnExceptionSaysToo() throws JoranException {
        String line = logged("text");

        assertTrue(line.endsWith("INFO  o.fascicle.LogFormTest - stored 3 resources\n"), line);
    }

    private static String logged(String form) throws JoranException {
        LoggerContext context = new LoggerContext();
        context.putProperty("FASCICLE_LOG", form);
        context.setMDCAdapter(new LogbackMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            configurator.doConfigure(Main.class.getResource("/logback.xml"));
            context.getLogger(LogFormTest.class).info("stored {} resources", 3, new IOException("Krzysztof"));
        } finally {
            System.setErr(before);
            context.stop();
        }
        return written.toString(StandardCharsets.UTF_8);
    }
}
