package org.fascicle.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fascicle.cdshooks.call.Call;
import org.fascicle.cdshooks.call.CallFromJson;
import org.fascicle.cdshooks.call.FhirServers;
import org.fascicle.cdshooks.call.Gathering;
import org.fascicle.cdshooks.call.Hook;
import org.fascicle.cdshooks.call.Known;
import org.fascicle.cdshooks.card.Card;
import org.fascicle.cdshooks.card.CardsToJson;
import org.fascicle.cdshooks.client.CdsClient;
import org.fascicle.cdshooks.feedback.Feedback;
import org.fascicle.cdshooks.feedback.FeedbackFromJson;
import org.fascicle.cdshooks.feedback.Ledger;
import org.fascicle.cdshooks.feedback.Whose;
import org.fascicle.cdshooks.notice.Advisor;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/** Answers calls and takes feedback of callers who are known already. */
record Desk(Advisor advisor, FhirServers servers, Ledger ledger, CardsToJson cards, FeedbackFromJson feedbacks) {

    ObjectNode cards(Hook hook, CdsClient client, JsonNode body) {
        Call call = CallFromJson.read(hook.called(body.path("hook").asText()), body);
        Known known = new Gathering(servers, client.fhirServers()).gather(call);
        Whose whose = new Whose(client.name(), call.patient());
        List<Card> shown = advisor.notices(call, known).stream()
                .filter(notice -> !ledger.isQuiet(whose, notice.matter()))
                .map(notice -> ledger.issue(whose, hook, call.instance(), notice))
                .toList();
        return cards.write(shown);
    }

    /** Cards we know are enough: feedback for another is ignored beside them, and refused alone. */
    ObjectNode feedback(Hook hook, CdsClient client, JsonNode body) {
        List<Feedback> told = feedbacks.read(body);
        long known = told.stream()
                .filter(feedback -> ledger.tell(client.name(), hook, feedback))
                .count();
        if (known == 0) {
            throw new Fault(Kind.NOT_FOUND, "`feedback.card` names no card that was shown here");
        }
        return JsonNodeFactory.instance.objectNode();
    }
}
