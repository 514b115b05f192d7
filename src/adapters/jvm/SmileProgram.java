import java.io.IOException;
import java.lang.reflect.Field;
import java.util.List;
import smile.base.mlp.Layer;
import smile.base.mlp.LayerBuilder;
import smile.base.mlp.MultilayerPerceptron;
import smile.base.mlp.OutputFunction;
import smile.math.TimeFunction;
import smile.math.matrix.Matrix;

/** Smile as a program to check; it only trains. */
public final class SmileProgram {

    private static final String HELLO = """
            {"name": "Smile 3.1.1", "arithmetic": "float64", "does": ["train"], "losses": ["squared", "cross-entropy"],
             "biases": "always", "min-layers": 2, "activations": ["identity", "relu", "leaky-relu", "sigmoid", "tanh"],
             "output-activations": ["identity", "sigmoid", "softmax"]}""";

    private SmileProgram() {
    }

    public static void main(String[] args) throws IOException {
        Lines.serve(HELLO, SmileProgram::train);
    }

    /** Makes single steps, as the perceptrons for regression and classification do inside. */
    private static final class Perceptron extends MultilayerPerceptron {

        private static final long serialVersionUID = 1;

        Perceptron(Layer[] layers) {
            super(layers);
        }

        void step(double[][] inputs, double[][] targets) {
            for (int i = 0; i < inputs.length; i++) {
                propagate(inputs[i], true);
                target.set(targets[i]);
                backpropagate(inputs.length == 1);
            }
            if (inputs.length > 1) {
                update(inputs.length);
            }
            t++;
        }
    }

    private static void train(List<Template.Layer> layers, double[][] inputs, double[][] targets, Lines.Settings settings) {
        Layer[] net = new Layer[layers.size() + 1];
        net[0] = Layer.input(inputs[0].length).build(0);
        for (int l = 0; l < layers.size(); l++) {
            LayerBuilder builder = l < layers.size() - 1 ? hidden(layers.get(l)) : output(layers.get(l), settings.loss());
            net[l + 1] = builder.build(net[l].getOutputSize());
            copy(layers.get(l), net[l + 1], true);
        }
        Perceptron perceptron = new Perceptron(net);
        perceptron.setLearningRate(TimeFunction.constant(settings.learningRate()));
        if (settings.momentum() != 0) {
            perceptron.setMomentum(TimeFunction.constant(settings.momentum()));
        }
        perceptron.setWeightDecay(settings.weightDecay());
        try {
            for (int step = 0; step < settings.steps(); step++) {
                perceptron.step(settings.batch(inputs, step), settings.batch(targets, step));
            }
        } catch (IllegalArgumentException | IllegalStateException e) { // some rates, momenta and decays are refused
            throw new Lines.Unsupported(e.getMessage());
        }
        for (int l = 0; l < layers.size(); l++) {
            copy(layers.get(l), net[l + 1], false);
        }
    }

    private static LayerBuilder hidden(Template.Layer layer) {
        int units = layer.weights.length;
        return switch (layer.activation) {
            case "identity" -> Layer.linear(units);
            case "relu" -> Layer.rectifier(units);
            case "leaky-relu" -> Layer.leaky(units, 0, 0.01);
            case "sigmoid" -> Layer.sigmoid(units);
            case "tanh" -> Layer.tanh(units);
            default -> throw new Lines.Unsupported(layer.activation);
        };
    }

    private static LayerBuilder output(Template.Layer layer, String loss) {
        int units = layer.weights.length;
        OutputFunction function = switch (layer.activation) {
            case "identity" -> OutputFunction.LINEAR;
            case "sigmoid" -> OutputFunction.SIGMOID;
            default -> OutputFunction.SOFTMAX;
        };
        if (loss.equals("squared") && function == OutputFunction.SOFTMAX) {
            throw new Lines.Unsupported("squared loss behind softmax");
        }
        return loss.equals("squared") ? Layer.mse(units, function) : Layer.mle(units, function);
    }

    /** The parameters of a layer of Smile, which keeps them to itself, from ours or to ours. */
    private static void copy(Template.Layer ours, Layer theirs, boolean in) {
        Matrix weights = (Matrix) parameters(theirs, "weight");
        double[] bias = (double[]) parameters(theirs, "bias");
        for (int j = 0; j < bias.length; j++) {
            for (int k = 0; k < ours.weights[j].length; k++) {
                if (in) {
                    weights.set(j, k, ours.weights[j][k]);
                } else {
                    ours.weights[j][k] = weights.get(j, k);
                }
            }
        }
        System.arraycopy(in ? ours.bias : bias, 0, in ? bias : ours.bias, 0, bias.length);
    }

    private static Object parameters(Layer layer, String name) {
        try {
            Field field = Layer.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(layer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a layer of Smile without " + name, e);
        }
    }
}
