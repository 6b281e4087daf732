package org.fascicle.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that seals the state: the given one, or one made once and kept in a file that only its owner may read. */
final class SealKey {
    private static final int BYTES = 32;

    private SealKey() {}

    /** @param given {@code FASCICLE_SECRET}: 32 bytes in base64 */
    static SecretKey of(Optional<String> given, Path file) {
        return given.map(text -> key(text, "`FASCICLE_SECRET`")).orElseGet(() -> key(kept(file), "`" + file + "`"));
    }

    private static SecretKey key(String text, String where) {
        byte[] bytes = decoded(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    where + " must be 32 random bytes in base64; `openssl rand -base64 32` makes them");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** The lock lets one process make the key and the others read it; the monitor does so for threads of one process. */
    private static synchronized String kept(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Set<StandardOpenOption> options =
                    Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            try (FileChannel channel = FileChannel.open(file, options, OwnerOnly.attributes());
                    FileLock lock = channel.lock()) {
                return lock.channel().size() == 0 ? made(channel) : Files.readString(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "the key file `" + file + "` cannot be used; set `FASCICLE_SECRET` instead", failed);
        }
    }

    private static String made(FileChannel channel) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String text = Base64.getEncoder().encodeToString(bytes);
        channel.write(ByteBuffer.wrap((text + '\n').getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
        return text;
    }
}
