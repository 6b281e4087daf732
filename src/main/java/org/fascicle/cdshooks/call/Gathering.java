package org.fascicle.cdshooks.call;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fascicle.chart.Chart;
import org.fascicle.chart.Page;
import org.fascicle.chart.Search;
import org.fascicle.chart.Stored;
import org.fascicle.fault.Fault;
import org.hl7.fhir.r4.model.Resource;

/**
 * Puts together what was sent, and fetches what is missing where the EHR lets us.
 *
 * <p>A server that is not on the list is never asked, so it never sees a token.
 */
public final class Gathering {
    /** Longer is no chart that a card can wait for. */
    private static final int MOST_PAGES = 100;

    private final FhirServers servers;
    private final Set<URI> allowed;

    /** @param allowed the FHIR servers that this client may send us to, without a slash at the end */
    public Gathering(FhirServers servers, Set<URI> allowed) {
        this.servers = servers;
        this.allowed = Set.copyOf(allowed);
    }

    /** @throws DataMissing when something essential was not sent and cannot be fetched */
    public Known gather(Call call) {
        Optional<Chart> chart =
                call.access().filter(access -> allowed.contains(access.base())).flatMap(this::open);
        List<Resource> found = new ArrayList<>();
        List<Prefetch> missing = new ArrayList<>();
        List<Prefetch> unread = new ArrayList<>();
        for (Prefetch wanted : Prefetch.values()) {
            Optional<Sent.Resources> all = found(wanted, call, chart);
            all.ifPresentOrElse(some -> found.addAll(some.all()), () -> missing.add(wanted));
            if (all.filter(some -> some.isWhole(wanted)).isEmpty()) {
                unread.add(wanted);
            }
        }
        requireEssential(missing);
        found.forEach(resource -> SamePatient.require(resource, call.patient()));
        return new Known(call.patient(), found, unread);
    }

    /** Empty when the server does not take the token. */
    private Optional<Chart> open(FhirAccess access) {
        try {
            return Optional.of(servers.open(access.base(), access.token()));
        } catch (Fault refused) {
            return Optional.empty();
        }
    }

    /** As it was sent; fetched when it was not, or not whole, or when the EHR itself failed to. */
    private static Optional<Sent.Resources> found(Prefetch wanted, Call call, Optional<Chart> chart) {
        Optional<Sent.Resources> sent = Optional.ofNullable(call.sent().get(wanted))
                .filter(Sent.Resources.class::isInstance)
                .map(Sent.Resources.class::cast);
        if (sent.filter(all -> all.isWhole(wanted)).isPresent()) {
            return sent;
        }
        return chart.flatMap(open -> fetched(wanted, call.patient(), open)).or(() -> sent);
    }

    private static Optional<Sent.Resources> fetched(Prefetch wanted, String patient, Chart chart) {
        try {
            return Optional.of(
                    wanted == Prefetch.PATIENT
                            ? resources(List.of(chart.read(wanted.patient(patient))), true)
                            : searched(wanted, patient, chart));
        } catch (Fault notToBeHad) {
            return Optional.empty();
        }
    }

    private static Sent.Resources searched(Prefetch wanted, String patient, Chart chart) {
        List<Stored> found = new ArrayList<>();
        Optional<Search> next = Optional.of(wanted.search(patient));
        boolean isRead = true;
        for (int pages = 0; next.isPresent() && pages < MOST_PAGES; pages++) {
            Search asked = next.get();
            Page page = chart.search(asked);
            found.addAll(page.matches());
            found.addAll(page.included());
            isRead &= page.unread() == 0;
            next = wanted.isNewestOnly() ? Optional.empty() : page.next().map(asked::after);
        }
        return resources(found, isRead && next.isEmpty());
    }

    private static Sent.Resources resources(List<Stored> stored, boolean isRead) {
        return new Sent.Resources(stored.stream().map(Stored::resource).toList(), false, isRead);
    }

    private static void requireEssential(List<Prefetch> missing) {
        String names = missing.stream()
                .filter(Prefetch::isEssential)
                .map(prefetch -> "`" + prefetch.key() + "`")
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            throw new DataMissing("`prefetch` lacks " + names + ", and they cannot be fetched: send them, or a"
                    + " `fhirServer` that is registered here with its `fhirAuthorization`");
        }
    }
}
