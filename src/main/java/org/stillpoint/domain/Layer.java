package org.stillpoint.domain;

import java.util.Optional;

/**
 * One layer, {@code a = sigma(W x + b)}: weights (units out x units in), one bias a unit or none (then not trained), the
 * activation.
 */
public record Layer(Matrix weights, Optional<Vector> bias, Activation activation) {

    /** @throws DomainException if there is a bias whose length is not the number of units */
    public Layer {
        int units = weights.rowCount();
        bias.ifPresent(b -> {
            if (b.size() != units) {
                throw new DomainException("a bias of length " + b.size() + ", expected " + units + ", one for each unit");
            }
        });
    }

    /** Units out. */
    public int units() {
        return weights.rowCount();
    }

    /** Units in. */
    public int inputs() {
        return weights.columns();
    }
}
