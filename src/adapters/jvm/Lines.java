import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Requests to train are lines of JSON on standard input, answers on standard output; read and written as the template does. */
final class Lines {

    /** A library that trains. */
    interface Library {

        /** Changes weights and biases. */
        void train(List<Template.Layer> layers, double[][] inputs, double[][] targets, Settings settings);
    }

    /** The steps to make. */
    record Settings(String loss, double learningRate, int steps, int batchSize, double momentum, double weightDecay) {

        /** The samples of a step. */
        double[][] batch(double[][] samples, int step) {
            int batches = (samples.length + batchSize - 1) / batchSize;
            int first = step % batches * batchSize;
            return Arrays.copyOfRange(samples, first, Math.min(first + batchSize, samples.length));
        }
    }

    /** The library does not do this. */
    static final class Unsupported extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unsupported(String why) {
            super(why);
        }
    }

    private Lines() {
    }

    static void serve(String hello, Library library) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Map<?, ?> request = (Map<?, ?>) new Template.Json(line).value();
            System.out.println(request.get("do").equals("hello") ? hello.replace("\n", "") : answer(library, request));
            System.out.flush();
        }
    }

    private static String answer(Library library, Map<?, ?> request) {
        String id = "{\"id\": " + (int) Template.number(request.get("id"));
        List<Template.Layer> layers = new ArrayList<>();
        for (Object layer : (List<?>) ((Map<?, ?>) request.get("network")).get("layers")) {
            layers.add(Template.layer((Map<?, ?>) layer));
        }
        Map<?, ?> data = (Map<?, ?>) request.get("data");
        try {
            library.train(layers, Template.matrix(data.get("inputs")), Template.matrix(data.get("targets")),
                    settings((Map<?, ?>) request.get("settings")));
            return id + ", \"network\": " + Template.written(layers) + "}";
        } catch (Unsupported e) {
            return id + ", \"unsupported\": \"" + e.getMessage() + "\"}";
        }
    }

    private static Settings settings(Map<?, ?> value) {
        return new Settings((String) value.get("loss"), Template.number(value.get("learning-rate")),
                (int) Template.number(value.get("steps")), (int) Template.number(value.get("batch-size")),
                Template.number(value.get("momentum")), Template.number(value.get("weight-decay")));
    }
}
