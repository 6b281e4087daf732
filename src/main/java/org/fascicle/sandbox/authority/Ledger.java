package org.fascicle.sandbox.authority;

import java.time.Duration;
import java.util.Optional;
import org.fascicle.oauth.Handles;
import org.fascicle.state.Held;
import org.fascicle.state.Shelf;
import org.fascicle.state.State;

/** What the authorization server remembers: requests under way, launches, codes, grants and their refresh tokens. */
final class Ledger {
    private static final Duration SESSION = Duration.ofHours(12);

    private final Shelf<Asked> asked;
    private final Shelf<OpenChart> launches;
    private final Shelf<Code> codes;
    private final Shelf<Grant> grants;
    private final Shelf<GrantId> refreshes;
    private final Shelf<GrantId> spent;

    Ledger(State state) {
        asked = state.shelf("practice-asked", Asked.class, Duration.ofMinutes(10));
        launches = state.shelf("practice-launch", OpenChart.class, Duration.ofMinutes(5));
        codes = state.shelf("practice-code", Code.class, Duration.ofMinutes(1));
        grants = state.shelf("practice-grant", Grant.class, SESSION);
        refreshes = state.shelf("practice-refresh", GrantId.class, SESSION);
        spent = state.shelf("practice-spent", GrantId.class, SESSION);
    }

    String launch(OpenChart chart) {
        return kept(launches, chart);
    }

    Optional<OpenChart> takeLaunch(String launch) {
        return launches.take(launch);
    }

    String ask(Asked request) {
        return kept(asked, request);
    }

    Optional<Asked> findAsked(String id) {
        return asked.find(id).map(Held::value);
    }

    Optional<Asked> takeAsked(String id) {
        return asked.take(id);
    }

    void update(String id, Asked request) {
        asked.find(id).ifPresent(seen -> asked.replace(id, seen, request));
    }

    /** A code for a new grant. */
    String grant(Grant grant, String redirect, String challenge) {
        return kept(codes, new Code(kept(grants, grant), redirect, challenge));
    }

    /** A code that comes a second time was stolen by someone: what it granted is withdrawn. */
    Optional<Code> redeem(String code) {
        Optional<Code> found = codes.take(code);
        found.ifPresentOrElse(one -> spent.put(code, new GrantId(one.grant())), () -> withdrawSpent(code));
        return found;
    }

    String refreshToken(String grant) {
        return kept(refreshes, new GrantId(grant));
    }

    /** The grant of a refresh token, which from now on is spent; coming again it withdraws the grant. */
    Optional<String> spendRefreshToken(String token) {
        Optional<GrantId> found = refreshes.take(token);
        found.ifPresentOrElse(one -> spent.put(token, one), () -> withdrawSpent(token));
        return found.map(GrantId::id);
    }

    private void withdrawSpent(String token) {
        spent.find(token).map(Held::value).map(GrantId::id).ifPresent(this::withdraw);
    }

    /** The grant of a refresh token, without using it. */
    Optional<String> grantOfRefreshToken(String token) {
        return refreshes.find(token).map(Held::value).map(GrantId::id);
    }

    Optional<Grant> findGrant(String id) {
        return grants.find(id).map(Held::value);
    }

    void withdraw(String grant) {
        grants.take(grant);
    }

    private static <T> String kept(Shelf<T> shelf, T thing) {
        String name = Handles.fresh();
        shelf.put(name, thing);
        return name;
    }
}
