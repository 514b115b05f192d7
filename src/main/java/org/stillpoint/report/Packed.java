package org.stillpoint.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.stillpoint.format.Source;

/** What profiles wrote into the repository, and the build packed beside these classes. */
final class Packed {

    private Packed() {
    }

    /** The text of a file, if it is there. */
    static Optional<Source> file(String name) {
        try (InputStream in = Packed.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty()
                    : Optional.of(new Source(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
