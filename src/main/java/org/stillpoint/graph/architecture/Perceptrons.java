package org.stillpoint.graph.architecture;

import org.stillpoint.graph.model.Node;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Perceptrons whose units have slots of their own. */
public final class Perceptrons {

    private static final int BATCHES = 2;

    private Perceptrons() {
    }

    /** Two units of ReLU, the first with a bias so low that it is active on no sample that is ever fed. */
    public static Architecture oneDeadUnit(Filling filling, Sizes sizes, int bias) {
        Setting setting = new Setting(filling, Start.withZero());
        Node x = setting.input("x", sizes.samples(), sizes.features());
        Node output = unit(setting, x, "1", setting.parameter("b1", Tensor.of(Shape.NUMBER, bias)))
                .plus(unit(setting, x, "2", setting.parameter("b2")));
        return setting.trainedOn(BATCHES, "two units, the first negative on all data", "b1 = " + bias, "GRAPH-4",
                setting.errors("errors", output));
    }

    private static Node unit(Setting setting, Node x, String number, Node bias) {
        Node z = x.times(setting.parameter("w" + number, x.shape().size(1), 1));
        return z.plus(bias.spread(z.shape(), 0, 1)).relu().times(setting.parameter("v" + number));
    }
}
