package org.fascicle.chart.remote;

import java.net.URI;
import java.time.Duration;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;
import org.fascicle.oauth.WebAddress;

/**
 * A FHIR R4 server and our way in.
 *
 * @param base without a slash at the end
 * @param bearer where the access token comes from
 * @param deadline for the whole of each answer
 * @param most bytes of each answer
 */
public record FhirServer(URI base, Bearer bearer, Duration deadline, int most) {
    /** Long enough for a slow EHR, short enough for a clinician who waits. */
    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(20);

    private static final int USUAL_MOST = 32 * 1024 * 1024;

    /** Fault: malformed, when the base is no address to which a patient's data may be sent. */
    public static FhirServer at(String base, Bearer bearer) {
        return new FhirServer(address(base), bearer, USUAL_DEADLINE, USUAL_MOST);
    }

    public FhirServer within(Duration other) {
        return new FhirServer(base, bearer, other, most);
    }

    public FhirServer atMost(int bytes) {
        return new FhirServer(base, bearer, deadline, bytes);
    }

    private static URI address(String base) {
        return WebAddress.find(base.replaceFirst("/+$", ""))
                .filter(address -> address.getRawQuery() == null)
                .orElseThrow(() -> new Fault(
                        Kind.MALFORMED,
                        "the base of a FHIR server must be an https address (http on this machine only) without"
                                + " query, user or fragment"));
    }

    /** Whether an address is this base or lies below it. */
    boolean holds(URI address) {
        String own = base.toString();
        return WebAddress.isFit(address)
                && (address.toString().equals(own)
                        || address.toString().startsWith(own + "/")
                        || address.toString().startsWith(own + "?"));
    }

    @Override
    public String toString() {
        return "FhirServer[" + WebAddress.authority(base) + "]";
    }
}
