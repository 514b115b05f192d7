package org.stillpoint.modelfile.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Quoted;
import org.stillpoint.modelfile.hdf.HdfGroup;
import org.stillpoint.modelfile.hdf.HdfTree;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.JsonText;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Reads HDF5 files: models that Keras has saved, weights alone that it has saved, which then are tensors without a network, and
 * others, of which all tensors are read that are there.
 */
public final class KerasReader implements ModelReader {

    private static final List<String> ENDINGS = List.of(".h5", ".hdf5", ".hdf");
    private static final String CONFIG = "model_config";
    private static final String WEIGHTS = "model_weights";
    private static final String OPTIMISER = "optimizer_weights";

    /** Their configurations have other words. */
    private static final Set<String> OLD = Set.of("0", "1");

    @Override
    public boolean recognises(String name, byte[] head) {
        return HdfTree.begins(head) || ENDINGS.stream().anyMatch(name::endsWith);
    }

    @Override
    public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
        HdfGroup root = HdfTree.read(bytes);
        HdfGroup group = root.group(WEIGHTS).orElse(root);
        return HdfWeights.isIn(group) ? ofKeras(bytes, root, group) : ofTensors(bytes, root);
    }

    private static ModelFile ofTensors(Bytes bytes, HdfGroup root) {
        List<Weights> weights = root.all().entrySet().stream().map(each -> each.getValue().named(each.getKey())).toList();
        return new ModelFile(bytes.name(), "hdf5", weights, unreadable(root), Optional.empty(), bytes);
    }

    private static List<NotAnalysed> unreadable(HdfGroup group) {
        return group.allUnreadable().entrySet().stream().map(each ->
                new NotAnalysed(Quoted.plain(each.getKey()), Quoted.plain(each.getValue()))).toList();
    }

    private static ModelFile ofKeras(Bytes bytes, HdfGroup root, HdfGroup group) throws IOException {
        HdfWeights weights = HdfWeights.read(group, bytes.name());
        List<NotAnalysed> others = new ArrayList<>(unreadable(root));
        root.group(OPTIMISER).ifPresent(state -> state.all().keySet().forEach(path ->
                others.add(new NotAnalysed(Quoted.plain(path), "the state of the optimiser, which is no weight"))));
        return new ModelFile(bytes.name(), "keras-h5", weights.all(), others, network(bytes.name(), root, weights), bytes);
    }

    private static Optional<Network> network(String file, HdfGroup root, HdfWeights weights) throws IOException {
        Optional<String> text = single(root, CONFIG);
        boolean isOld = single(root, "keras_version").filter(version -> OLD.contains(version.split("\\.", 2)[0])).isPresent();
        if (text.isEmpty() || isOld) {
            return Optional.empty();
        }
        if (text.get().length() > JsonText.MAX_LENGTH) {
            throw new FormatException(file + ": " + CONFIG + " of " + text.get().length() + " characters, expected at most "
                    + JsonText.MAX_LENGTH);
        }
        JsonCursor config = JsonText.read(file + ": " + CONFIG, text.get());
        return KerasModel.read(config).map(model -> KerasNetwork.of(file, model, weights, weights.all()));
    }

    private static Optional<String> single(HdfGroup root, String attribute) throws IOException {
        return root.attributes().strings(attribute).filter(texts -> texts.size() == 1).map(texts -> texts.get(0));
    }
}
