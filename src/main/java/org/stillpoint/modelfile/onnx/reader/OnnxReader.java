package org.stillpoint.modelfile.onnx.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.onnx.translation.OnnxTranslation;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;

/** Reads ONNX files. */
public final class OnnxReader implements ModelReader {

    private static final int TAG_OF_VERSION = 0x08;
    private static final int MAX_VERSION = 0x7F;
    private static final int TAG_OF_PRODUCER = 0x12;
    private static final int TAG_OF_GRAPH = 0x3A;

    /** By its name, or by a version of the format followed by who made the file or the graph, as usual writers begin. */
    @Override
    public boolean recognises(String name, byte[] head) {
        return name.endsWith(".onnx") || head.length > 2 && head[0] == TAG_OF_VERSION && head[1] > 0 && head[1] <= MAX_VERSION
                && (head[2] == TAG_OF_PRODUCER || head[2] == TAG_OF_GRAPH);
    }

    @Override
    public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
        OnnxModel model = OnnxModel.read(bytes, folder);
        try {
            return new ModelFile(bytes.name(), "onnx", model.weights(), model.notAnalysed(), Optional.of(OnnxTranslation.of(model)),
                    model);
        } catch (IOException | RuntimeException e) {
            model.close();
            throw e;
        }
    }
}
