package org.stillpoint.modelfile.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.stillpoint.modelfile.tensor.Bytes;

/** Reads one format. */
public interface ModelReader {

    /** How many of the first bytes of a file are looked at to tell its format. */
    int HEAD = 256;

    /**
     * Whether a file looks like one of this format.
     *
     * @param name of the file, in lower case
     * @param head its first bytes, {@link #HEAD} of them if it has as many
     */
    boolean recognises(String name, byte[] head);

    /**
     * Reads the file, all but the entries of its tensors. The bytes are closed with what is returned, and by the caller if this
     * fails.
     *
     * @param folder in which other files may lie that this one names; empty if there are none, as beside standard input
     * @throws org.stillpoint.format.FormatException if it is not well-formed, in one line that begins with the file's name and
     *     says where and what was expected
     * @throws IOException if it cannot be read or ends too early; the message is for people and begins with the name
     */
    ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException;
}
