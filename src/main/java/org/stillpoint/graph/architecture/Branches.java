package org.stillpoint.graph.architecture;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.graph.model.Node;

/** Branches beside a skip connection or a frozen weight, of matrices: a row of x, (samples x features), is a sample. */
public final class Branches {

    private Branches() {
    }

    /** {@code x + relu(x W1) W2}. */
    public static Architecture residual(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        Node x = setting.input("x", sizes.samples(), sizes.features());
        return setting.surrounded("residual branch", "RES-1", x.plus(branch(setting, x, sizes)));
    }

    /** {@code x + a relu(x W1) W2}, with a number a: ReZero. */
    public static Architecture scaled(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        Node x = setting.input("x", sizes.samples(), sizes.features());
        Node a = setting.parameter("a");
        return setting.surrounded("branch with a scale (ReZero)", "RES-2", x.plus(branch(setting, x, sizes).times(a)));
    }

    /** {@code x + relu(x W1) W2 * a}, with a number in a for each feature: LayerScale. */
    public static Architecture scaledByFeature(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        Node x = setting.input("x", sizes.samples(), sizes.features());
        Node a = setting.parameter("a", sizes.features());
        return setting.surrounded("branch with a scale for each feature (LayerScale)", "RES-2",
                x.plus(branch(setting, x, sizes).timesAlong(1, a)));
    }

    private static Node branch(Setting setting, Node x, Sizes sizes) {
        Node w1 = setting.parameter("W1", sizes.features(), sizes.hidden());
        Node w2 = setting.parameter("W2", sizes.hidden(), sizes.features());
        return x.times(w1).relu().times(w2);
    }

    /** {@code x W + x A B}, with a frozen W: LoRA, transposed. */
    public static Architecture lowRank(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        Node x = setting.input("x", sizes.samples(), sizes.features());
        Node w = setting.frozen("W", sizes.features(), sizes.features());
        Node a = setting.parameter("A", sizes.features(), sizes.hidden());
        Node b = setting.parameter("B", sizes.hidden(), sizes.features());
        return setting.surrounded("low-rank pair beside a frozen weight (LoRA)", "LORA-1", x.times(w).plus(x.times(a).times(b)));
    }

    /** {@code x + s(x U) * x V}, with s an activation whose slope at a kink is kappa. */
    public static Architecture gated(Filling filling, Sizes sizes, Start start, Activation gate, BigFraction kappa) {
        Setting setting = new Setting(filling, start);
        Node x = setting.input("x", sizes.samples(), sizes.features());
        Node u = setting.parameter("U", sizes.features(), sizes.features());
        Node open = x.times(u).activation(gate, KinkDerivatives.all(kappa));
        return setting.surrounded("gate of " + gate.id(), "GATE-1", x.plus(let(setting, x, open)));
    }

    /** {@code x + s(relu(x U1) U2) * x V}. */
    public static Architecture gatedTwice(Filling filling, Sizes sizes, Start start, Activation gate) {
        Setting setting = new Setting(filling, start);
        Node x = setting.input("x", sizes.samples(), sizes.features());
        Node u1 = setting.parameter("U1", sizes.features(), sizes.hidden());
        Node u2 = setting.parameter("U2", sizes.hidden(), sizes.features());
        Node open = x.times(u1).relu().times(u2).activation(gate);
        return setting.surrounded("gate of two layers and " + gate.id(), "GATE-1", x.plus(let(setting, x, open)));
    }

    private static Node let(Setting setting, Node x, Node open) {
        int features = x.shape().size(1);
        return open.entrywise(x.times(setting.parameter("V", features, features)));
    }
}
