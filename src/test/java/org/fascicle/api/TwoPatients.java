package org.fascicle.api;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.file.Path;
import java.time.Instant;
import org.fascicle.access.token.Doorkeeper;
import org.fascicle.chart.Chart;
import org.fascicle.oauth.BadToken;
import org.fascicle.testing.MovingClock;
import org.fascicle.testing.PracticeChart;
import org.fascicle.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two example cases are two patients of one chart. An open door stores what a test needs; the other asks for a token.
 *
 * <p>A token here is {@code patient~scope~scope}, of the first patient; how real ones are checked is told elsewhere.
 */
abstract class TwoPatients {
    static final String OWN = "calf-one-week";
    static final String OTHER = "coffee-and-weak-hand";
    static final String NEVER_STORED = "coffee-and-weak-foot";
    static final String ALL = "patient/*.cruds";

    @TempDir
    static Path folder;

    static RunningServer open;
    static RunningServer server;
    static String patient;
    static String other;

    @BeforeAll
    static void start() {
        MovingClock clock = new MovingClock(Instant.parse("2026-11-21T09:00:00Z"));
        Chart chart = PracticeChart.open(folder, clock);
        open = RunningServer.start(chart, clock, Access.everyone(chart), PracticeChart.assessing(clock));
        patient = stored(OWN);
        other = stored(OTHER);
        server = RunningServer.start(
                chart,
                clock,
                TokenAccess.required(chart, new Doorkeeper(TwoPatients::claims)),
                PracticeChart.assessing(clock));
    }

    @AfterAll
    static void stop() {
        server.close();
        open.close();
    }

    /** Stores the case; answers the id of its patient. */
    static String stored(String caseName) {
        open.store(caseName);
        return open.get("/QuestionnaireResponse/" + caseName)
                .expect(200)
                .body()
                .replaceFirst("(?s).*\"Patient/([^\"]+)\".*", "$1");
    }

    static JWTClaimsSet claims(String token) throws BadToken {
        if (!token.contains("~")) {
            throw new BadToken("it is none of this test's");
        }
        String[] parts = token.split("~", 2);
        return new JWTClaimsSet.Builder()
                .subject("dr")
                .claim("client_id", "app")
                .claim("patient", parts[0].isEmpty() ? null : parts[0])
                .claim("scope", parts[1].replace('~', ' ').replace('_', '*'))
                .build();
    }

    static String[] token(String... scopes) {
        return new String[] {
            "Authorization",
            "Bearer " + patient + "~" + String.join("~", scopes).replace('*', '_')
        };
    }
}
