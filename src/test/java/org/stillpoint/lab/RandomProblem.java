package org.stillpoint.lab;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.generation.Start;

/**
 * A problem of the lab, drawn so that its training is soon done: few steps, and a low bound on bits where numbers grow fast.
 *
 * @param text as JSON
 * @param steps how many are compared
 * @param inputs of the network
 */
record RandomProblem(String text, int steps, int inputs) {

    private static final List<String> MOMENTUM = List.of("0", "0", "1/2", "9/10");
    private static final List<String> DECAY = List.of("0", "0", "1/100", "-1/3");
    private static final List<String> KAPPA = List.of("0", "1", "1/2", "-2");
    private static final int MAX_WIDTH = 4;
    private static final int STEPS = 6;

    static RandomProblem of(long seed) {
        return new Draw(new Random(seed)).problem();
    }

    /** One draw. Problems that cannot be are drawn too: the refusal has to be the same. */
    private record Draw(Random random) {

        private RandomProblem problem() {
            List<Integer> widths = widths(1 + below(3));
            String hidden = hidden();
            String last = below(4) == 0 ? any(RationalActivation.all()).id() : "identity";
            RationalLoss loss = any(List.of(RationalLoss.values()));
            boolean isCurved = (hidden + last).contains("soft") || (hidden + last).contains("sigmoid");
            String text = "{" + (below(3) == 0 ? network(widths, hidden, last) : start(widths, hidden, last))
                    + ",\"data\":" + data(widths, loss) + ",\"loss\":\"" + loss.id() + "\",\"rate\":\"1/" + (1 + below(10))
                    + "\",\"batch\":" + (1 + below(3)) + ",\"momentum\":\"" + any(MOMENTUM) + "\",\"decay\":\"" + any(DECAY)
                    + "\",\"kappa\":\"" + any(KAPPA) + "\",\"maxBits\":" + (isCurved ? 60 : 1000) + "}";
            return new RandomProblem(text, 1 + below(STEPS), widths.get(0));
        }

        /** Often of two inputs and one output, as data with a name has them. */
        private List<Integer> widths(int depth) {
            return IntStream.rangeClosed(0, depth).mapToObj(l -> l == 0 && random.nextBoolean() ? 2
                    : l == depth && below(3) > 0 ? 1 : 1 + below(MAX_WIDTH)).toList();
        }

        private String hidden() {
            String id = any(RationalActivation.all()).id();
            return id.equals("leaky-relu") && random.nextBoolean() ? "leaky-relu:" + (below(7) - 3) + "/5" : id;
        }

        private String start(List<Integer> widths, String hidden, String last) {
            return "\"shape\":" + widths + ",\"start\":\"" + any(List.of(Start.values())).id() + "\",\"value\":" + number()
                    + ",\"seed\":\"" + random.nextInt() + "\",\"bias\":" + random.nextBoolean() + ",\"activation\":\"" + hidden
                    + "\",\"outputActivation\":\"" + last + "\"";
        }

        private String network(List<Integer> widths, String hidden, String last) {
            String equal = number();
            Supplier<String> numbers = below(3) == 0 ? () -> equal : this::number;
            return IntStream.range(1, widths.size()).mapToObj(l -> "{\"weights\":"
                    + array(widths.get(l), () -> array(widths.get(l - 1), numbers))
                    + (random.nextBoolean() ? ",\"bias\":" + array(widths.get(l), numbers) : "")
                    + ",\"activation\":\"" + (l == widths.size() - 1 ? last : hidden) + "\"}")
                    .collect(Collectors.joining(",", "\"network\":{\"layers\":[", "]}"));
        }

        private String data(List<Integer> widths, RationalLoss loss) {
            int samples = 1 + below(4);
            int outputs = widths.get(widths.size() - 1);
            if (outputs == 1 && random.nextBoolean()) {
                List<String> names = widths.get(0) == 2 ? List.of("question", "xor", "and", "two") : List.of("question");
                return "{\"name\":\"" + any(names) + "\",\"samples\":" + samples + ",\"seed\":\"" + random.nextInt(100) + "\"}";
            }
            boolean needsLabels = loss == RationalLoss.HINGE || loss == RationalLoss.PERCEPTRON;
            Supplier<String> targets = needsLabels || random.nextBoolean() ? () -> random.nextBoolean() ? "\"1\"" : "\"-1\""
                    : random.nextBoolean() ? () -> random.nextBoolean() ? "\"1\"" : "\"0\"" : this::number;
            return "{\"inputs\":" + array(samples, () -> array(widths.get(0), this::number)) + ",\"targets\":"
                    + array(samples, () -> outputs == 1 ? targets.get() : array(outputs, targets)) + "}";
        }

        private String number() {
            return "\"" + (below(13) - 6) + "/" + (1 + below(3)) + "\"";
        }

        private static String array(int size, Supplier<String> entries) {
            return Stream.generate(entries).limit(size).collect(Collectors.joining(",", "[", "]"));
        }

        private <T> T any(List<T> all) {
            return all.get(below(all.size()));
        }

        private int below(int bound) {
            return random.nextInt(bound);
        }
    }
}
