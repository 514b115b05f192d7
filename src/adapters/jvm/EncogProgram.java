import java.io.IOException;
import java.util.List;
import org.encog.engine.network.activation.ActivationClippedLinear;
import org.encog.engine.network.activation.ActivationElliottSymmetric;
import org.encog.engine.network.activation.ActivationFunction;
import org.encog.engine.network.activation.ActivationLinear;
import org.encog.engine.network.activation.ActivationReLU;
import org.encog.engine.network.activation.ActivationSigmoid;
import org.encog.engine.network.activation.ActivationTANH;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.back.Backpropagation;

/** Encog as a program to check; it only trains, and passes all of the data at a time. */
public final class EncogProgram {

    private static final String HELLO = """
            {"name": "Encog 3.4", "arithmetic": "float64", "does": ["train"], "losses": ["squared"], "biases": "optional",
             "activations": ["identity", "relu", "sigmoid", "tanh", "hard-tanh", "softsign"],
             "output-activations": ["identity", "relu", "sigmoid", "tanh", "hard-tanh", "softsign"]}""";

    private EncogProgram() {
    }

    public static void main(String[] args) throws IOException {
        Lines.serve(HELLO, EncogProgram::train);
    }

    private static void train(List<Template.Layer> layers, double[][] inputs, double[][] targets, Lines.Settings settings) {
        int batches = (inputs.length + settings.batchSize() - 1) / settings.batchSize();
        if (settings.steps() % batches != 0) {
            throw new Lines.Unsupported("a pass over a part of the data");
        }
        if (settings.weightDecay() != 0) {
            throw new Lines.Unsupported("weight decay, which is in the error that is reported but not in its gradient");
        }
        BasicNetwork network = network(layers);
        Backpropagation training = new Backpropagation(network, new BasicMLDataSet(inputs, targets), settings.learningRate(),
                settings.momentum());
        training.setNesterovUpdate(false);
        training.setThreadCount(1);
        training.setBatchSize(batches == 1 ? 0 : settings.batchSize()); // 0 is all of the data
        for (int pass = 0; pass < settings.steps() / batches; pass++) {
            training.iteration();
        }
        training.finishTraining();
        readBack(network, layers);
    }

    private static BasicNetwork network(List<Template.Layer> layers) {
        BasicNetwork network = new BasicNetwork();
        network.addLayer(new BasicLayer(null, layers.get(0).hasBias, layers.get(0).weights[0].length));
        for (int l = 0; l < layers.size(); l++) {
            boolean biasAbove = l + 1 < layers.size() && layers.get(l + 1).hasBias; // a unit of 1 beside those of this layer
            network.addLayer(new BasicLayer(activation(layers.get(l).activation), biasAbove, layers.get(l).weights.length));
        }
        network.getStructure().finalizeStructure();
        for (int l = 0; l < layers.size(); l++) {
            Template.Layer layer = layers.get(l);
            for (int j = 0; j < layer.weights.length; j++) {
                int inputs = layer.weights[j].length;
                for (int k = 0; k < inputs; k++) {
                    network.setWeight(l, k, j, layer.weights[j][k]);
                }
                if (layer.hasBias) {
                    network.setWeight(l, inputs, j, layer.bias[j]);
                }
            }
        }
        return network;
    }

    private static void readBack(BasicNetwork network, List<Template.Layer> layers) {
        for (int l = 0; l < layers.size(); l++) {
            Template.Layer layer = layers.get(l);
            for (int j = 0; j < layer.weights.length; j++) {
                int inputs = layer.weights[j].length;
                for (int k = 0; k < inputs; k++) {
                    layer.weights[j][k] = network.getWeight(l, k, j);
                }
                if (layer.hasBias) {
                    layer.bias[j] = network.getWeight(l, inputs, j);
                }
            }
        }
    }

    private static ActivationFunction activation(String name) {
        return switch (name) {
            case "identity" -> new ActivationLinear();
            case "relu" -> new ActivationReLU();
            case "sigmoid" -> new ActivationSigmoid();
            case "tanh" -> new ActivationTANH();
            case "hard-tanh" -> new ActivationClippedLinear();
            case "softsign" -> new ActivationElliottSymmetric();
            default -> throw new Lines.Unsupported(name);
        };
    }
}
