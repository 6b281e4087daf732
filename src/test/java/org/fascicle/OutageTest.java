package org.fascicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fascicle.audit.AuditTrail;
import org.fascicle.audit.Verdict;
import org.fascicle.state.State;
import org.fascicle.state.StatePlace;
import org.fascicle.testing.HttpAnswer;
import org.fascicle.testing.NeedsPostgres;
import org.fascicle.testing.PostgresCluster;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The PostgreSQL under the program as it is started goes away, and comes back. */
@Tag("deep")
@Timeout(300)
@NeedsPostgres
class OutageTest {
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String PATIENT = "{\"resourceType\":\"Patient\"}";

    @Test
    void whatIsAskedMeanwhileIsRefusedWithAReasonAndNothingThatWasAnsweredIsLost() throws Exception {
        try (PostgresCluster cluster = PostgresCluster.own()) {
            String url = cluster.database();
            List<String> created = new ArrayList<>();
            try (Serving serving = Serving.start(settings(url), Clock.systemUTC())) {
                for (int i = 0; i < 20; i++) {
                    created.add(create(serving).expect(201).as(Patient.class).getIdPart());
                }
                cluster.kill();
                assertEquals(503, get(serving, "/health/ready").status());
                assertEquals(
                        "transient",
                        create(serving)
                                .expect(503)
                                .as(OperationOutcome.class)
                                .getIssueFirstRep()
                                .getCode()
                                .toCode());
                assertEquals(200, get(serving, "/health/live").status());
                cluster.startAgain();
                while (get(serving, "/health/ready").status() != 200) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                created.add(create(serving).expect(201).as(Patient.class).getIdPart());
                for (String id : created) {
                    get(serving, "/fhir/Patient/" + id).expect(200);
                }
            }
            assertTheTrailIsWhole(url, created.size());
        }
    }

    private static void assertTheTrailIsWhole(String url, int writes) {
        try (State state = State.open(StatePlace.at(url), settings(url).find(Setting.SECRET), Clock.systemUTC());
                AuditTrail trail = new AuditTrail(state.journal(), Clock.systemUTC())) {
            Verdict verdict = trail.verify();
            assertTrue(verdict.isWhole(), verdict::toString);
            assertTrue(verdict.whole() >= writes, verdict::toString);
        }
    }

    private static Settings settings(String url) {
        return Settings.from(Map.of("FASCICLE_STORE", url, "FASCICLE_SECRET", SECRET, "FASCICLE_PORT", "0"));
    }

    private static HttpAnswer create(Serving serving) {
        return HttpAnswer.to(HttpRequest.newBuilder(URI.create(serving.base() + "/fhir/Patient"))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(PATIENT))
                .build());
    }

    private static HttpAnswer get(Serving serving, String path) {
        return HttpAnswer.to(
                HttpRequest.newBuilder(URI.create(serving.base() + path)).build());
    }
}
