package org.stillpoint.modelfile.onnx;

import java.util.Optional;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.Weights;

/** A value of a graph that is the same whatever is fed to the model. */
sealed interface Constant {

    /** @param integers its entries as they are, not as codes, if it has a type of integers */
    record Known(Weights weights, Optional<Entries> integers) implements Constant {
    }

    /** One of a type, or stored in a way, that is not read. */
    record Unread(NotAnalysed reason) implements Constant {
    }
}
