import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Backpropagation to be checked: put your own into {@link #gradients}, and into {@link #train} if you have that.
 *
 * <pre>java -jar target/stillpoint.jar check -- java src/adapters/java/Template.java</pre>
 *
 * As it stands it is right. Take out of {@link #HELLO} what yours cannot do.
 */
public class Template {

    static final String HELLO = """
            {"name": "the Java template", "arithmetic": "float64", "does": ["gradients", "train"],
             "activations": ["relu", "identity", "leaky-relu", "leaky-relu:1/4", "sigmoid", "tanh", "hard-tanh", "abs"],
             "output-activations": ["identity", "relu", "leaky-relu", "leaky-relu:1/4", "sigmoid", "tanh", "hard-tanh", "abs",
                                    "softmax"],
             "losses": ["squared", "hinge", "perceptron", "absolute", "logistic", "cross-entropy"], "biases": "optional"}""";

    /** A layer, or what has its shape, such as its gradient. */
    static class Layer {
        double[][] weights;
        double[] bias;
        boolean hasBias;
        String activation;

        Layer zeros() {
            Layer zeros = new Layer();
            zeros.weights = new double[weights.length][weights[0].length];
            zeros.bias = new double[weights.length];
            zeros.hasBias = hasBias;
            zeros.activation = activation;
            return zeros;
        }
    }

    /** The gradient of the mean loss over the samples; puts into outputs what comes out for each. */
    static List<Layer> gradients(List<Layer> layers, double[][] inputs, double[][] targets, String loss, double[][] outputs) {
        List<Layer> gradients = layers.stream().map(Layer::zeros).toList();
        int last = layers.size() - 1;
        for (int i = 0; i < inputs.length; i++) {
            double[][] z = new double[layers.size()][];
            double[][] a = new double[layers.size() + 1][]; // a[l] goes into layer l, a[l + 1] comes out of it
            a[0] = inputs[i];
            for (int l = 0; l <= last; l++) {
                Layer layer = layers.get(l);
                z[l] = layer.bias.clone();
                for (int j = 0; j < z[l].length; j++) {
                    z[l][j] += dot(layer.weights[j], a[l]);
                }
                a[l + 1] = activations(layer.activation, z[l]);
            }
            outputs[i] = a[last + 1];

            double[] da = new double[outputs[i].length];
            for (int j = 0; j < da.length; j++) {
                da[j] = lossSlope(loss, outputs[i][j], targets[i][j]);
            }
            for (int l = last; l >= 0; l--) {
                double[][] weights = layers.get(l).weights;
                boolean cancelled = l == last && loss.equals("cross-entropy"); // the slope of sigmoid or softmax
                double[] delta = cancelled ? da : through(layers.get(l).activation, z[l], a[l + 1], da);
                da = new double[a[l].length];
                for (int j = 0; j < weights.length; j++) {
                    for (int k = 0; k < weights[j].length; k++) {
                        gradients.get(l).weights[j][k] += delta[j] * a[l][k] / inputs.length;
                        da[k] += weights[j][k] * delta[j];
                    }
                    gradients.get(l).bias[j] += delta[j] / inputs.length;
                }
            }
        }
        return gradients;
    }

    /** Changes weights and biases by steps of gradient descent with momentum and, for weights, decay. */
    static void train(List<Layer> layers, double[][] inputs, double[][] targets, String loss, double eta, int steps,
                      int batchSize, double momentum, double decay) {
        List<Layer> velocities = layers.stream().map(Layer::zeros).toList();
        int batches = (inputs.length + batchSize - 1) / batchSize;
        for (int step = 0; step < steps; step++) {
            int first = step % batches * batchSize;
            int end = Math.min(first + batchSize, inputs.length); // the last batch may be shorter
            List<Layer> gradients = gradients(layers, Arrays.copyOfRange(inputs, first, end),
                    Arrays.copyOfRange(targets, first, end), loss, new double[end - first][]);
            for (int l = 0; l < layers.size(); l++) {
                Layer layer = layers.get(l);
                Layer g = gradients.get(l);
                Layer v = velocities.get(l);
                for (int j = 0; j < layer.weights.length; j++) {
                    for (int k = 0; k < layer.weights[j].length; k++) {
                        v.weights[j][k] = momentum * v.weights[j][k] + g.weights[j][k] + decay * layer.weights[j][k];
                        layer.weights[j][k] -= eta * v.weights[j][k];
                    }
                    v.bias[j] = momentum * v.bias[j] + g.bias[j];
                    layer.bias[j] -= layer.hasBias ? eta * v.bias[j] : 0;
                }
            }
        }
    }

    static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += u[k] * v[k];
        }
        return sum;
    }

    /** a = sigma(z) of a layer. */
    static double[] activations(String activation, double[] z) {
        if (activation.equals("softmax")) {
            double top = Arrays.stream(z).max().getAsDouble();
            double sum = Arrays.stream(z).map(u -> Math.exp(u - top)).sum();
            return Arrays.stream(z).map(u -> Math.exp(u - top) / sum).toArray();
        }
        return Arrays.stream(z).map(u -> sigma(activation, u)).toArray();
    }

    /** delta = dL/dz of a layer from da = dL/da. */
    static double[] through(String activation, double[] z, double[] a, double[] da) {
        double[] delta = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            delta[j] = activation.equals("softmax") ? a[j] * (da[j] - dot(a, da)) : slope(activation, z[j]) * da[j];
        }
        return delta;
    }

    static double sigma(String activation, double z) {
        return switch (activation) {
            case "identity" -> z;
            case "relu" -> Math.max(z, 0);
            case "abs" -> Math.abs(z);
            case "hard-tanh" -> Math.min(Math.max(z, -1), 1);
            case "sigmoid" -> sigmoid(z);
            case "tanh" -> Math.tanh(z);
            default -> z > 0 ? z : leak(activation) * z;
        };
    }

    /** sigma'(z). */
    static double slope(String activation, double z) {
        return switch (activation) {
            case "identity" -> 1;
            case "relu" -> z > 0 ? 1 : 0;
            case "abs" -> Math.signum(z);
            case "hard-tanh" -> Math.abs(z) <= 1 ? 1 : 0;
            case "sigmoid" -> sigmoid(z) * (1 - sigmoid(z));
            case "tanh" -> 1 - Math.tanh(z) * Math.tanh(z);
            default -> z > 0 ? 1 : leak(activation);
        };
    }

    /** dL/df; for cross-entropy dL/dz of the last layer. */
    static double lossSlope(String loss, double f, double y) {
        return switch (loss) {
            case "hinge" -> y * f < 1 ? -y : 0;
            case "perceptron" -> y * f <= 0 ? -y : 0;
            case "absolute" -> Math.signum(f - y);
            case "logistic" -> -y * sigmoid(-y * f);
            default -> f - y;
        };
    }

    static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /** Q of leaky-relu:Q. */
    static double leak(String activation) {
        String[] parts = (activation.contains(":") ? activation.substring(activation.indexOf(':') + 1) : "1/100").split("/");
        return Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
    }

    // ---- Nothing to change below: requests are lines of JSON on standard input, answers on standard output. ----

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(answer((Map<?, ?>) new Json(line).value()));
            System.out.flush();
        }
    }

    static String answer(Map<?, ?> request) {
        if (request.get("do").equals("hello")) {
            return HELLO.replace("\n", "");
        }
        List<Layer> layers = new ArrayList<>();
        for (Object layer : (List<?>) ((Map<?, ?>) request.get("network")).get("layers")) {
            layers.add(layer((Map<?, ?>) layer));
        }
        Map<?, ?> data = (Map<?, ?>) request.get("data");
        double[][] inputs = matrix(data.get("inputs"));
        double[][] targets = matrix(data.get("targets"));
        int id = (int) number(request.get("id"));
        if (request.get("do").equals("gradients")) {
            double[][] outputs = new double[inputs.length][];
            List<Layer> gradients = gradients(layers, inputs, targets, (String) request.get("loss"), outputs);
            return "{\"id\": " + id + ", \"gradients\": " + written(gradients)
                    + ", \"outputs\": " + Arrays.deepToString(outputs) + "}";
        }
        Map<?, ?> settings = (Map<?, ?>) request.get("settings");
        train(layers, inputs, targets, (String) settings.get("loss"), number(settings.get("learning-rate")),
                (int) number(settings.get("steps")), (int) number(settings.get("batch-size")), number(settings.get("momentum")),
                number(settings.get("weight-decay")));
        return "{\"id\": " + id + ", \"network\": " + written(layers) + "}";
    }

    static Layer layer(Map<?, ?> value) {
        Layer layer = new Layer();
        layer.weights = matrix(value.get("weights"));
        layer.hasBias = value.containsKey("bias");
        layer.bias = layer.hasBias ? vector(value.get("bias")) : new double[layer.weights.length];
        layer.activation = (String) value.get("activation");
        return layer;
    }

    static String written(List<Layer> layers) {
        return layers.stream().map(layer -> "{\"weights\": " + Arrays.deepToString(layer.weights)
                + (layer.hasBias ? ", \"bias\": " + Arrays.toString(layer.bias) : "") + "}")
                .collect(Collectors.joining(", ", "{\"layers\": [", "]}"));
    }

    static double number(Object value) {
        return (Double) value;
    }

    /** A number is a vector of one. */
    static double[] vector(Object value) {
        return value instanceof List<?> list ? list.stream().mapToDouble(Template::number).toArray()
                : new double[] {number(value)};
    }

    static double[][] matrix(Object value) {
        return ((List<?>) value).stream().map(Template::vector).toArray(double[][]::new);
    }

    /** Reads JSON that is known to be right, without escapes in strings. */
    static class Json {
        final String text;
        int at;

        Json(String text) {
            this.text = text;
        }

        Object value() {
            switch (next()) {
                case '{':
                    Map<String, Object> map = new LinkedHashMap<>();
                    for (at++; next() != '}'; comma()) {
                        String key = (String) value();
                        next();
                        at++;
                        map.put(key, value());
                    }
                    at++;
                    return map;
                case '[':
                    List<Object> list = new ArrayList<>();
                    for (at++; next() != ']'; comma()) {
                        list.add(value());
                    }
                    at++;
                    return list;
                case '"':
                    int start = at + 1;
                    at = text.indexOf('"', start) + 1;
                    return text.substring(start, at - 1);
                default:
                    int from = at;
                    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
                        at++;
                    }
                    return Double.valueOf(text.substring(from, at));
            }
        }

        /** The next character that is no space. */
        char next() {
            while (text.charAt(at) == ' ') {
                at++;
            }
            return text.charAt(at);
        }

        void comma() {
            if (next() == ',') {
                at++;
            }
        }
    }
}
