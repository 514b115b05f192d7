package org.stillpoint.teaching;

import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/** Losses and activations in the words of an exercise. */
final class Losses {

    private Losses() {
    }

    /** What is minimised, with its derivative by the output. */
    static String sentence(Loss loss) {
        if (loss == Loss.PERCEPTRON) {
            return "The loss is the perceptron's, $\\operatorname{max}(0, -y f)$, with the derivative $-y$ where $y f \\le "
                    + "0$, and 0 elsewhere.";
        }
        if (loss == Loss.HINGE) {
            return "The loss is the hinge loss, $\\operatorname{max}(0, 1 - y f)$, with the derivative $-y$ where $y f < 1$, "
                    + "and 0 elsewhere.";
        }
        if (loss == Loss.SQUARED) {
            return "The loss is the squared loss, $\\frac{1}{2} (f - y)^2$, summed over the outputs.";
        }
        if (loss == Loss.ABSOLUTE) {
            return "The loss is the absolute loss, $|f - y|$, with the derivative 0 where $f = y$.";
        }
        return "The loss is " + loss.id() + ".";
    }

    /** The name that people use. */
    static String activation(Activation activation) {
        if (activation == Activation.RELU) {
            return "ReLU";
        }
        if (activation == Activation.IDENTITY) {
            return "$\\sigma(z) = z$, the identity";
        }
        if (activation == Activation.ABS) {
            return "absolute value";
        }
        if (activation == Activation.LEAKY_RELU) {
            return "leaky ReLU (slope 1/100 below 0)";
        }
        if (activation == Activation.SOFTSIGN) {
            return "softsign, $z / (1 + |z|)$";
        }
        if (activation == Activation.RATIONAL_SIGMOID) {
            return "rational sigmoid, $(1 + z / (1 + |z|)) / 2$";
        }
        return activation.id();
    }
}
