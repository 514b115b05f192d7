package org.stillpoint.modelfile.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.FileBytes;

/** Models that src/test/models/onnx_models.py has written. */
final class OnnxFiles {

    static final Path FOLDER = Path.of("src/test/resources/models/onnx");

    private OnnxFiles() {
    }

    static OnnxModel open(String name) throws IOException {
        return open(FOLDER.resolve(name + ".onnx"));
    }

    static OnnxModel open(Path file) throws IOException {
        return OnnxModel.read(FileBytes.open(file, file.toString()), Optional.of(file.toAbsolutePath().getParent()));
    }

    /** A model without a folder. */
    static OnnxModel of(byte[] content) throws IOException {
        return OnnxModel.read(Bytes.of("some.onnx", content), Optional.empty());
    }
}
