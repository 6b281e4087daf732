package org.fascicle.access.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.fascicle.access.Grant;
import org.fascicle.oauth.BadToken;
import org.fascicle.oauth.Scopes;

/**
 * What a token's claims grant: {@code scope} as one text (SMART, RFC 9068) or a list ({@code scp}, as some issuers write
 * it), and {@code patient} as SMART's launch context has it.
 */
final class GrantFromClaims {
    private static final String ID = "[A-Za-z0-9\\-.]{1,64}";

    private GrantFromClaims() {}

    /** @throws BadToken when a claim is of a form that cannot be meant */
    static Grant read(JWTClaimsSet claims) throws BadToken {
        Map<String, Object> all = claims.getClaims();
        String subject = text(all, "sub").orElse("");
        Optional<String> patient = text(all, "patient");
        if (patient.filter(id -> !id.matches(ID)).isPresent()) {
            throw new BadToken("its `patient` is no id");
        }
        String client = text(all, "client_id").or(() -> text(all, "azp")).orElse(subject);
        return new Grant(client, text(all, "fhirUser").orElse(subject), patient, scopes(all));
    }

    private static Scopes scopes(Map<String, Object> claims) {
        return Scopes.of(Stream.of("scope", "scp")
                .map(claims::get)
                .filter(Objects::nonNull)
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .filter(String.class::isInstance)
                .flatMap(words -> Stream.of(((String) words).split(" ")))
                .filter(word -> !word.isBlank())
                .toList());
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return Optional.ofNullable(claims.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }
}
