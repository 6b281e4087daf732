package org.fascicle.api.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.stream.Collectors;
import org.fascicle.api.answer.BundleText;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.SearchUrl;
import org.fascicle.chart.Stored;

/**
 * One page of matches as a Bundle. The {@code self} link says what was understood, {@code next} leads on.
 *
 * @param base the address of this door
 */
record SearchSet(Asked asked, String base) {

    String of(Page page) {
        BundleText bundle = new BundleText("searchset").link("self", url(asked.search()));
        page.next().ifPresent(next -> bundle.link("next", url(asked.search().after(next))));
        if (asked.search().after().isEmpty() && page.next().isEmpty()) {
            bundle.total(page.matches().size());
        }
        page.matches().forEach(match -> add(bundle, match, "match"));
        page.included().forEach(included -> add(bundle, included, "include"));
        asked.ignored().forEach(bundle::ignored);
        return bundle.toString();
    }

    private void add(BundleText bundle, Stored stored, String mode) {
        bundle.entry(base + "/" + stored.key(), stored.json(), mode(mode));
    }

    private static String mode(String mode) {
        return ",\"search\":{\"mode\":\"" + mode + "\"}";
    }

    private String url(Search search) {
        String shape = asked.shape().entrySet().stream()
                .map(parameter -> "&" + parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining());
        return base + "/" + search.type() + "?" + SearchUrl.query(search) + shape;
    }
}
