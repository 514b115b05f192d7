package org.stillpoint.modelfile.tensorflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.modelfile.keras.KerasModel;
import org.stillpoint.modelfile.keras.KerasNetwork;
import org.stillpoint.modelfile.keras.NamedWeights;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.reader.JsonText;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Reads models of TensorFlow.js: those of layers, which are described as Keras does, with their network; others, and lists of
 * weights alone, as tensors.
 */
public final class TensorFlowReader implements ModelReader {

    private static final String TOPOLOGY = "modelTopology";
    private static final String MANIFEST = "weightsManifest";
    private static final String CONFIG = "model_config";
    private static final Pattern BEGINNING = Pattern.compile("\\s*\\{\\s*\"(format|generatedBy|convertedBy|modelTopology"
            + "|weightsManifest|trainingConfig|userDefinedMetadata|signature|modelInitializer)\".*|\\s*\\[\\s*\\{\\s*"
            + "\"(paths|weights)\".*", Pattern.DOTALL);

    @Override
    public boolean recognises(String name, byte[] head) {
        return BEGINNING.matcher(new String(head, StandardCharsets.ISO_8859_1)).matches();
    }

    @Override
    public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
        JsonCursor model = JsonText.read(bytes, JsonText.MAX_LENGTH);
        Manifest manifest = Manifest.open(bytes.name(), folder, model.isArray() ? model : model.field(MANIFEST));
        try {
            List<Weights> weights = List.copyOf(manifest.weights().values());
            Optional<Network> network = (model.isArray() ? Optional.<JsonCursor>empty() : model.optionalField(TOPOLOGY))
                    .map(topology -> topology.optionalField(CONFIG).orElse(topology))
                    .filter(config -> config.optionalField("class_name").isPresent()).flatMap(KerasModel::read)
                    .map(keras -> KerasNetwork.of(bytes.name(), keras, new NamedWeights(manifest.weights()), weights));
            return new ModelFile(bytes.name(), "tfjs", weights, manifest.notAnalysed(), network, bytes).alsoClosing(manifest);
        } catch (RuntimeException e) {
            manifest.close();
            throw e;
        }
    }
}
