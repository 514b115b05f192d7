package org.stillpoint.lint.simplification;

import java.util.Map;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.Network;
import org.stillpoint.modelfile.tensor.Weights;

/** What cannot be changed in a network, because there is no way to say it in the file that it is of. */
public interface Limitations {

    /** Everything can be changed. */
    Limitations NONE = new Limitations() {
        @Override
        public Map<Integer, String> pins(Network network) {
            return Map.of();
        }

        @Override
        public boolean mayChange(Weights weights) {
            return true;
        }

        @Override
        public boolean mayHaveBias(Layer layer) {
            return true;
        }
    };

    /** Channels that have to stay, by their identifiers, and why, a clause. */
    Map<Integer, String> pins(Network network);

    /** Whether entries of a tensor may become others. */
    boolean mayChange(Weights weights);

    /** Whether a bias can be put behind a layer that has none. */
    boolean mayHaveBias(Layer layer);
}
