package org.stillpoint.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.lint.simplification.Rounding;
import org.stillpoint.lint.simplification.Simplification;
import org.stillpoint.lint.simplification.onnx.OnnxSimplification;
import org.stillpoint.modelfile.onnx.OnnxModel;
import org.stillpoint.modelfile.tensor.FileBytes;

/** Writes the smaller file of an ONNX model, with numbers that are rounded to the nearest. */
final class SmallerModel {

    private SmallerModel() {
    }

    static Simplification write(Path file, Path smaller) throws IOException {
        try (OnnxModel model = OnnxModel.read(FileBytes.open(file, file.toString()),
                Optional.of(file.toAbsolutePath().getParent()))) {
            return OnnxSimplification.write(model, smaller.toString(), Rounding.TO_NEAREST,
                    new OnnxSimplification.Check(1, 1, Limits.USUAL)).simplification();
        }
    }
}
