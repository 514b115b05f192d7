package org.stillpoint.lint.simplification.onnx;

import java.util.Optional;
import org.stillpoint.lint.simplification.Agreement;
import org.stillpoint.lint.simplification.Simplification;

/**
 * A smaller model that was written, and found to be what it is to be: its file was read again, and has the layers and tensors of
 * the smaller network.
 *
 * @param simplification what was taken away, and what is saved
 * @param agreement that it gave the same outputs on random inputs as the model that was read; empty if that was not computed,
 *     or nothing was taken away
 * @param notComputed why it was not, if so
 */
public record Written(Simplification simplification, Optional<Agreement> agreement, Optional<String> notComputed) {
}
