package org.stillpoint.modelfile.reader;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * A model file that is open: its weights stay in it until they are read.
 *
 * @param name what reports and errors call it by
 * @param format its identifier: onnx, safetensors, npy, npz, keras-h5, hdf5, keras, pytorch, tfjs, nnet, json
 * @param weights all tensors whose entries can be read, in the order of the file
 * @param notAnalysed tensors whose entries cannot, as of a type that there is no exact number for
 * @param network how they are used; empty where the file does not say, as one with named tensors alone
 * @param resource what is to be closed
 */
public record ModelFile(String name, String format, List<Weights> weights, List<NotAnalysed> notAnalysed,
                        Optional<Network> network, Closeable resource) implements Closeable {

    public ModelFile {
        weights = List.copyOf(weights);
        notAnalysed = List.copyOf(notAnalysed);
    }

    /** Of tensors that can all be read. */
    public ModelFile(String name, String format, List<Weights> weights, Optional<Network> network, Closeable resource) {
        this(name, format, weights, List.of(), network, resource);
    }

    /** The same, and this is closed after it. */
    public ModelFile alsoClosing(Closeable other) {
        return new ModelFile(name, format, weights, notAnalysed, network, () -> {
            try (other) {
                resource.close();
            }
        });
    }

    @Override
    public void close() throws IOException {
        resource.close();
    }
}
