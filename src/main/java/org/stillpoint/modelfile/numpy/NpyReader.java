package org.stillpoint.modelfile.numpy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;

/** Reads an npy file: one array, which the file does not name. Nothing says which axis counts what. */
public final class NpyReader implements ModelReader {

    /** What the array is called. */
    public static final String NAME = "array";

    @Override
    public boolean recognises(String name, byte[] head) {
        return name.endsWith(".npy") || SavedArray.isAtTheBeginningOf(head);
    }

    @Override
    public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
        SavedArray array = SavedArray.read(bytes);
        Stored stored = Stored.of(array.description()).orElseThrow(() -> new FormatException(bytes.name() + ": entries are "
                + Stored.name(array.description()) + ", expected real numbers of 16 to 64 bits, integers or truth values"));
        return new ModelFile(bytes.name(), "npy", List.of(array.weights(NAME, stored)), Optional.empty(), bytes);
    }
}
