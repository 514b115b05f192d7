package org.stillpoint.engine;

import java.util.Optional;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Vector;

/** The derivatives by the parameters of one layer, in its own shape: weights (units out x units in), bias if it has one. */
public record LayerGradient(Matrix weights, Optional<Vector> bias) {
}
