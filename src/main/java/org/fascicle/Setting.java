package org.fascicle;

/**
 * One setting: its environment variable, its default and what it is for. The README's table is checked against this.
 */
public enum Setting {
    PORT("FASCICLE_PORT", "8080", "port to listen on; 0 takes any free one"),
    HOST("FASCICLE_HOST", "127.0.0.1", "address to listen on"),
    MODE("FASCICLE_MODE", "sandbox", "`sandbox` (with the practice EHR) or `connected` (a hospital's own)"),
    STORE("FASCICLE_STORE", "jdbc:sqlite:data/fascicle.db", "a JDBC URL, or the base of an existing FHIR server"),
    STORE_CLIENT_ID("FASCICLE_STORE_CLIENT_ID", "", "our name at that FHIR server; empty: it asks for no token"),
    STORE_KEY("FASCICLE_STORE_KEY", "", "a file with the private JWK that proves it"),
    STORE_TOKEN_URL("FASCICLE_STORE_TOKEN_URL", "", "where that server gives tokens"),
    STATE("FASCICLE_STATE", "", "JDBC URL for sessions, queues and audit; empty: beside the store"),
    SECRET("FASCICLE_SECRET", "", "32 bytes in base64 that seal the state; empty: a key file beside it"),
    EHRS("FASCICLE_EHRS", "", "a JSON file with the EHRs that may launch us"),
    ISSUERS(
            "FASCICLE_ISSUERS",
            "",
            "a JSON file with the authorization servers whose tokens open the FHIR door; required in connected mode"),
    CDS_CLIENTS("FASCICLE_CDS_CLIENTS", "", "a JSON file with the EHRs that may ask for CDS Hooks cards"),
    CDS_SILENCE("FASCICLE_CDS_SILENCE", "30", "days for which a card that was answered is not shown again"),
    ASSESS_ON_SUBMIT(
            "FASCICLE_ASSESS_ON_SUBMIT", "no", "`yes`: a finished response is assessed as soon as it is stored"),
    SUBSCRIBERS(
            "FASCICLE_SUBSCRIBERS",
            "",
            "https addresses, each ending in a slash, below which a Subscription may send; spaces between"),
    BASE_URL("FASCICLE_BASE_URL", "", "the public https address; required in connected mode"),
    ORDER_INTENT("FASCICLE_ORDER_INTENT", "order", "what an accepted proposal becomes: `order` or `plan`"),
    ORDER_STATUS("FASCICLE_ORDER_STATUS", "draft", "`draft`, to be signed in the EHR, or `active` at once"),
    LOG("FASCICLE_LOG", "text", "`text`, or `json` for one JSON object a line, on standard error"),
    RATE(
            "FASCICLE_RATE",
            "",
            "requests a second that one address and one token may make; empty: 200 in connected mode, any number in the sandbox"),
    AT_ONCE("FASCICLE_AT_ONCE", "150", "requests that are worked on at the same time, 1 to 190"),
    MOST_BYTES("FASCICLE_MOST_BYTES", "2097152", "bytes of a body at the FHIR door, inflated; 65536 to 67108864"),
    MOST_LEVELS("FASCICLE_MOST_LEVELS", "100", "levels that a body is nested, 20 to 200"),
    MOST_ENTRIES("FASCICLE_MOST_ENTRIES", "1000", "entries of a transaction, 1 to 10000"),
    MOST_ITEMS("FASCICLE_MOST_ITEMS", "2000", "items of a response, nested ones too, 200 to 100000"),
    MOST_ANSWERS("FASCICLE_MOST_ANSWERS", "2000", "answers of a response, 200 to 100000"),
    MOST_MATCHES(
            "FASCICLE_MOST_MATCHES", "500", "matches or versions on a page, 10 to 500; who asks for more gets a link"),
    MOST_CONDITIONS("FASCICLE_MOST_CONDITIONS", "30", "conditions of a search, 10 to 50"),
    MOST_VALUES("FASCICLE_MOST_VALUES", "600", "values of all conditions of a search, 300 to 900"),
    STORE_SECONDS(
            "FASCICLE_STORE_SECONDS", "20", "seconds that a FHIR server as the store may take to answer, 1 to 300"),
    ANSWER_BYTES(
            "FASCICLE_ANSWER_BYTES",
            "33554432",
            "bytes of an answer of a FHIR server, the store or an EHR's, 1048576 to 268435456"),
    ORIGINS("FASCICLE_ORIGINS", "", "origins, separated by spaces, whose pages may call the FHIR door"),
    TLS_CERTIFICATE(
            "FASCICLE_TLS_CERTIFICATE",
            "",
            "a PEM file with our certificate and those that lead to its root; read again when it changes"),
    TLS_KEY("FASCICLE_TLS_KEY", "", "a PEM file with its private key (PKCS#8, not encrypted)"),
    TRUSTED_PROXY(
            "FASCICLE_TRUSTED_PROXY",
            "",
            "addresses, separated by spaces, of the proxies whose `X-Forwarded-For` is believed, and where TLS ends"),
    LIMITS("FASCICLE_LIMITS", "", "a properties file with the hospital's own thresholds and windows");

    private final String variable;
    private final String standard;
    private final String purpose;

    Setting(String variable, String standard, String purpose) {
        this.variable = variable;
        this.standard = standard;
        this.purpose = purpose;
    }

    public String variable() {
        return variable;
    }

    /** The value when the variable is not set; empty means none. */
    public String standard() {
        return standard;
    }

    public String purpose() {
        return purpose;
    }
}
