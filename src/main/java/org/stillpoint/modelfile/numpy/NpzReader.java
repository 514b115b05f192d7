package org.stillpoint.modelfile.numpy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.modelfile.archive.ArchiveEntry;
import org.stillpoint.modelfile.archive.ZipArchive;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Weights;

/** Reads an npz file: a zip archive of npy files, each named as its array. Nothing says which axis counts what. */
public final class NpzReader implements ModelReader {

    private static final String ENDING = ".npy";

    @Override
    public boolean recognises(String name, byte[] head) {
        return name.endsWith(".npz") || ZipArchive.firstName(head).endsWith(ENDING);
    }

    @Override
    public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
        ZipArchive archive = ZipArchive.open(bytes);
        try {
            List<Weights> weights = new ArrayList<>();
            List<NotAnalysed> notAnalysed = new ArrayList<>();
            for (ArchiveEntry entry : archive.entries()) {
                if (!entry.name().endsWith(ENDING)) {
                    notAnalysed.add(new NotAnalysed(entry.name(), "is no array of NumPy"));
                    continue;
                }
                String name = entry.name().substring(0, entry.name().length() - ENDING.length());
                SavedArray array = SavedArray.read(archive.open(entry));
                Optional<Stored> stored = Stored.of(array.description());
                if (stored.isPresent()) {
                    weights.add(array.weights(name, stored.get()));
                } else {
                    notAnalysed.add(new NotAnalysed(name, "has entries that are " + Stored.name(array.description())));
                }
            }
            return new ModelFile(bytes.name(), "npz", weights, notAnalysed, Optional.empty(), archive);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }
}
