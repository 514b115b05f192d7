package org.stillpoint.modelfile.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.archive.ArchiveEntry;
import org.stillpoint.modelfile.archive.ZipArchive;
import org.stillpoint.modelfile.hdf.HdfTree;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.JsonText;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Weights;

/** Reads Keras's own archives: a configuration, and the weights in an HDF5 file. */
public final class KerasArchiveReader implements ModelReader {

    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.weights.h5";
    private static final String OPTIMISER = "optimizer/";

    @Override
    public boolean recognises(String name, byte[] head) {
        return ZipArchive.isAtTheBeginningOf(head)
                && (name.endsWith(".keras") || List.of("metadata.json", CONFIG).contains(ZipArchive.firstName(head)));
    }

    @Override
    public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
        ZipArchive archive = ZipArchive.open(bytes);
        try {
            return read(bytes.name(), archive);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static ModelFile read(String file, ZipArchive archive) throws IOException {
        JsonCursor config = JsonText.read(archive.open(entry(file, archive, CONFIG)), JsonText.MAX_LENGTH);
        Map<String, Weights> weights = new LinkedHashMap<>();
        List<NotAnalysed> others = new ArrayList<>();
        HdfTree.read(archive.open(entry(file, archive, WEIGHTS))).all().forEach((path, tensor) -> {
            if (path.startsWith(OPTIMISER)) {
                others.add(new NotAnalysed(Quoted.plain(path), "the state of the optimiser, which is no weight"));
            } else {
                weights.put(path, tensor.named(path));
            }
        });
        List<Weights> all = List.copyOf(weights.values());
        Optional<Network> network = KerasModel.read(config).map(model ->
                KerasNetwork.of(file, model, new ArchiveWeights(weights), all));
        return new ModelFile(file, "keras", all, others, network, archive);
    }

    private static ArchiveEntry entry(String file, ZipArchive archive, String name) {
        return archive.entry(name).orElseThrow(() -> new FormatException(file + ": no entry " + name
                + " in the archive, expected one as Keras writes"));
    }
}
