package org.fascicle.cdshooks.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.fascicle.cdshooks.card.OverrideReason;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.fhir.term.Systems;

/** Reads the body of a feedback request. */
public final class FeedbackFromJson {
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_COMMENT = 2_000;

    private final Clock clock;

    public FeedbackFromJson(Clock clock) {
        this.clock = clock;
    }

    /** @throws Fault naming the member that is wrong */
    public List<Feedback> read(JsonNode body) {
        JsonNode list = body.path("feedback");
        if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
            throw wrong("feedback", "must be a list of 1 to " + MOST);
        }
        List<Feedback> all = new ArrayList<>();
        list.forEach(one -> all.add(feedback(one)));
        return all;
    }

    private Feedback feedback(JsonNode one) {
        String card = one.path("card").asText("");
        if (card.isEmpty() || card.length() > LONGEST_NAME) {
            throw wrong("feedback.card", "must be the `uuid` of a card");
        }
        Outcome outcome = Outcome.find(one.path("outcome").asText())
                .orElseThrow(() -> wrong("feedback.outcome", "must be `accepted` or `overridden`"));
        JsonNode override = one.path("overrideReason");
        return new Feedback(
                card,
                outcome.code(),
                suggestions(one),
                reason(override.path("reason")),
                shortened(override.path("userComment").asText("")),
                moment(one.path("outcomeTimestamp").asText("")));
    }

    private static List<String> suggestions(JsonNode one) {
        List<String> ids = new ArrayList<>();
        one.path("acceptedSuggestions").forEach(accepted -> {
            String id = accepted.path("id").asText("");
            if (!id.isEmpty() && id.length() <= LONGEST_NAME && ids.size() < MOST) {
                ids.add(id);
            }
        });
        return ids;
    }

    private static String reason(JsonNode reason) {
        boolean isOurs = reason.path("system").asText(Systems.OVERRIDE_REASON).equals(Systems.OVERRIDE_REASON);
        String code = reason.path("code").asText("");
        return isOurs ? OverrideReason.find(code).map(OverrideReason::code).orElse("") : "";
    }

    private static String shortened(String comment) {
        return comment.length() <= LONGEST_COMMENT ? comment : comment.substring(0, LONGEST_COMMENT);
    }

    /** When the client says; now when it says nothing that can be read. */
    private String moment(String given) {
        try {
            return OffsetDateTime.parse(given).toString();
        } catch (DateTimeException unreadable) {
            return OffsetDateTime.now(clock).toString();
        }
    }

    private static Fault wrong(String member, String how) {
        return new Fault(Kind.MALFORMED, "`" + member + "` " + how);
    }
}
