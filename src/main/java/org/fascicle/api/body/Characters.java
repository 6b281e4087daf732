package org.fascicle.api.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * Characters as FHIR allows them.
 *
 * @see <a href="https://hl7.org/fhir/R4/datatypes.html#string">string</a>
 */
final class Characters {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Characters() {}

    /** The text these bytes are in UTF-8, the one encoding of FHIR; without a byte order mark. */
    static String decode(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException broken) {
            throw new Fault(Kind.MALFORMED, "The body is not UTF-8 throughout; encode it as UTF-8", broken);
        }
    }

    /** No control characters but tab and line ends, no half of a surrogate pair, nothing XML could not carry. */
    static boolean areLegal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (!isLegal(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLegal(char c) {
        return c < ' ' ? c == '\t' || c == '\n' || c == '\r' : !Character.isSurrogate(c) && c < '\uFFFE';
    }
}
