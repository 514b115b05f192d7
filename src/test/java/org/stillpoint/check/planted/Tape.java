package org.stillpoint.check.planted;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/** Reverse-mode differentiation of numbers: each operation is put on a tape, which is then gone through from its end. */
final class Tape extends Program {

    private final List<Node> tape = new ArrayList<>();

    /** A number with its derivative and what gives that to the numbers it was made of. */
    private final class Node {

        private final double value;
        private double derivative;
        private Runnable back = () -> { };

        Node(double value) {
            this.value = value;
            tape.add(this);
        }

        void add(double more) {
            derivative += more;
        }
    }

    Tape(Ways ways, List<Planted> mistakes) {
        super(ways, mistakes);
    }

    private Node plus(Node left, Node right) {
        Node sum = new Node(left.value + right.value);
        sum.back = () -> {
            left.add(sum.derivative);
            right.add(sum.derivative);
        };
        return sum;
    }

    private Node times(Node left, Node right) {
        Node product = new Node(left.value * right.value);
        product.back = () -> {
            left.add(right.value * product.derivative);
            right.add(left.value * product.derivative);
        };
        return product;
    }

    private Node curved(Activation activation, Node z, int l, Asked asked) {
        Node a = new Node(curve(activation, z.value));
        a.back = () -> z.add(a.derivative * unless(asked, l, slope(activation, z.value), mistake -> switch (mistake) {
            case "activation-slope-left-out" -> 1.0;
            case "activation-slope-twice" -> slope(activation, z.value) * slope(activation, z.value);
            case "guided-backpropagation" -> a.derivative > 0 ? slope(activation, z.value) : 0;
            case "slope-at-activation" -> slope(activation, a.value);
            default -> null;
        }));
        return a;
    }

    private void differentiate() {
        for (int n = tape.size() - 1; n >= 0; n--) {
            tape.get(n).back.run();
        }
    }

    @Override
    Gradient gradient(Asked asked) {
        tape.clear();
        Node[][][] w = new Node[asked.depth()][][];
        Node[][] b = new Node[asked.depth()][];
        for (int l = 0; l < asked.depth(); l++) {
            w[l] = new Node[asked.units(l)][asked.inputs(l)];
            b[l] = new Node[asked.units(l)];
            for (int j = 0; j < asked.units(l); j++) {
                for (int k = 0; k < asked.inputs(l); k++) {
                    w[l][j][k] = new Node(asked.w()[l][j][k]);
                }
                b[l][j] = asked.b()[l] == null ? null : new Node(asked.b()[l][j]);
            }
        }
        Gradient gradient = Gradient.zeros(asked);
        for (int i = 0; i < asked.samples(); i++) {
            Node[] f = outputs(asked, w, b, asked.x()[i]);
            for (int j = 0; j < f.length; j++) {
                gradient.outputs()[i][j] = f[j].value;
                f[j].derivative = lossSlope(asked.loss(), f[j].value, asked.y()[i][j], f.length)
                        / (ways.sum ? 1 : asked.samples());
            }
        }
        differentiate();
        for (int l = 0; l < asked.depth(); l++) {
            for (int j = 0; j < asked.units(l); j++) {
                for (int k = 0; k < asked.inputs(l); k++) {
                    gradient.w()[l][j][k] = w[l][j][k].derivative;
                }
                if (b[l][j] != null) {
                    gradient.b()[l][j] = b[l][j].derivative;
                }
            }
        }
        return gradient;
    }

    private Node[] outputs(Asked asked, Node[][][] w, Node[][] b, double[] x) {
        Node[] a = new Node[x.length];
        for (int k = 0; k < x.length; k++) {
            a[k] = new Node(x[k]);
        }
        for (int l = 0; l < asked.depth(); l++) {
            Node[] z = new Node[asked.units(l)];
            for (int j = 0; j < z.length; j++) {
                z[j] = times(w[l][j][0], a[0]);
                for (int k = 1; k < a.length; k++) {
                    z[j] = plus(z[j], times(w[l][j][k], a[k]));
                }
                z[j] = b[l][j] == null ? z[j] : plus(z[j], b[l][j]);
            }
            a = activated(asked, l, z);
        }
        return a;
    }

    /** Cross-entropy and the output activation are one operation, whose derivative is the difference. */
    private Node[] activated(Asked asked, int l, Node[] z) {
        boolean fused = asked.isLast(l) && asked.loss() == Loss.CROSS_ENTROPY;
        double[] values = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            values[j] = z[j].value;
        }
        Node[] a = new Node[z.length];
        for (int j = 0; j < z.length; j++) {
            if (!fused && asked.activations()[l] != Activation.SOFTMAX) {
                a[j] = curved(asked.activations()[l], z[j], l, asked);
            } else {
                a[j] = new Node(asked.activations()[l] == Activation.SOFTMAX ? softmax(values)[j]
                        : curve(asked.activations()[l], values[j]));
            }
        }
        for (int j = 0; j < z.length; j++) {
            int unit = j;
            if (fused) {
                a[j].back = () -> z[unit].add(a[unit].derivative);
            } else if (asked.activations()[l] == Activation.SOFTMAX) {
                a[j].back = () -> {
                    for (int m = 0; m < z.length; m++) {
                        z[m].add(a[unit].derivative * a[unit].value * ((m == unit ? 1 : 0) - a[m].value));
                    }
                };
            }
        }
        return a;
    }
}
