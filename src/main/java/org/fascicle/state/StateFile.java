package org.fascicle.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.fascicle.fault.Fault;
import org.fascicle.fault.Kind;

/**
 * The file of an embedded state. Only its owner may read it: the audit trail in it says who looked at whom. And it has to
 * stay where it is: a file that is deleted under a running process would go on taking writes that nobody finds again.
 *
 * @param identity what tells it from another file in its place; empty where the file system has no such thing
 */
record StateFile(Path path, Optional<Object> identity) {

    /** Makes it, and its directory, where there is none. */
    static StateFile at(Path file) {
        Path path = file.toAbsolutePath();
        try {
            Files.createDirectories(path.getParent());
            create(path);
            return new StateFile(path, identity(path));
        } catch (IOException failed) {
            throw new UncheckedIOException("the state `" + file + "` cannot be made", failed);
        }
    }

    private static void create(Path path) throws IOException {
        try {
            Files.createFile(path, OwnerOnly.attributes());
        } catch (FileAlreadyExistsException another) {
            // it was there before, or another node was faster
        }
    }

    /** Fault: unavailable. */
    void requireThere() {
        try {
            if (identity(path).equals(identity)) {
                return;
            }
        } catch (NoSuchFileException gone) {
            // said below
        } catch (IOException failed) {
            throw new Fault(Kind.UNAVAILABLE, "the disk of the state `" + path + "` does not answer; check it", failed);
        }
        throw new Fault(Kind.UNAVAILABLE, "the state `" + path + "` is gone; put it back and start again");
    }

    private static Optional<Object> identity(Path path) throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    }
}
