package org.fascicle.watch;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelComponent;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;

/**
 * What a subscription asks for, when we can do it: an empty request to an allowed address whenever a RiskAssessment comes
 * to fit. The request holds nothing of the patient; whoever is told has to ask, with rights of their own.
 *
 * @param headers secret, as a rule
 * @see <a href="https://hl7.org/fhir/R4/subscription.html#2.46.7.1">rest-hook</a>
 */
record Hook(Search criteria, URI endpoint, Map<String, String> headers) {
    private static final int MOST_HEADERS = 10;
    /** One that says who we are, or one of the receiver's own making: nothing by which HTTP itself would be bent. */
    private static final Pattern HEADER =
            Pattern.compile("(Authorization|X-[A-Za-z0-9-]{1,60})\\s*:\\s*([\\x21-\\x7e][\\x20-\\x7e]{0,2000})");

    /** @throws Fault saying what of it we do not do */
    static Hook of(Subscription subscription, Subscribers subscribers) {
        SubscriptionChannelComponent channel = subscription.getChannel();
        if (channel.getType() != SubscriptionChannelType.RESTHOOK) {
            throw wrong("Subscription.channel.type", "must be `rest-hook`");
        }
        if (channel.hasPayload()) {
            throw wrong("Subscription.channel.payload", "must be left out: a notification holds nothing of a patient");
        }
        URI endpoint = Optional.ofNullable(channel.getEndpoint())
                .flatMap(subscribers::find)
                .orElseThrow(() -> wrong("Subscription.channel.endpoint", "is not among the allowed subscribers"));
        return new Hook(criteria(subscription), endpoint, headers(channel));
    }

    private static Search criteria(Subscription subscription) {
        String criteria = Optional.ofNullable(subscription.getCriteria()).orElse("");
        if (!criteria.startsWith("RiskAssessment?")) {
            throw wrong("Subscription.criteria", "must be a search such as `RiskAssessment?urgency=emergency`");
        }
        return SearchUrl.read(criteria);
    }

    private static Map<String, String> headers(SubscriptionChannelComponent channel) {
        Map<String, String> headers = new TreeMap<>();
        for (StringType given : channel.getHeader()) {
            Matcher header = HEADER.matcher(String.valueOf(given.getValue()));
            if (!header.matches() || headers.size() == MOST_HEADERS) {
                throw wrong("Subscription.channel.header", "must be `Authorization: …` or `X-…: …`, ten at most");
            }
            headers.put(header.group(1), header.group(2));
        }
        return headers;
    }

    private static Fault wrong(String where, String how) {
        return new Fault(Kind.INVALID, "`" + where + "` " + how);
    }

    /** Never the headers. */
    @Override
    public String toString() {
        return "Hook[" + endpoint.getHost() + "]";
    }
}
