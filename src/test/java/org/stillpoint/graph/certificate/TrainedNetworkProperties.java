package org.stillpoint.graph.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.operation.Losses;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.Role;
import org.stillpoint.graph.training.Step;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.tensor.Tensor;

/** Findings about perceptrons whose programs reverse mode makes, against exact runs and against what is known of such starts. */
@StatisticsReport(onFailureOnly = true)
class TrainedNetworkProperties {

    private static final int STEPS = 3;
    private static final List<String> KAPPAS = List.of("0", "0", "1/2");

    /**
     * A network with a hidden layer or two, with biases.
     *
     * @param zero no weight and no bias is anything else
     * @param twins the first two units of the first layer are
     * @param dead the last unit of the first layer is on all non-negative inputs
     */
    private record Start(Random random, boolean zero, boolean twins, boolean dead, BigFraction kappa) {

        static Start of(long seed) {
            Random random = new Random(seed);
            return new Start(random, random.nextInt(4) == 0, random.nextInt(3) == 0, random.nextInt(3) == 0,
                    parse(KAPPAS.get(random.nextInt(KAPPAS.size()))));
        }

        private static BigFraction parse(String text) {
            return text.equals("0") ? BigFraction.ZERO : BigFraction.ONE_HALF;
        }

        TrainingProgram program() {
            Graph graph = new Graph();
            List<Node> values = List.of(graph.input("x0"), graph.input("x1"));
            int layers = 1 + random.nextInt(2);
            for (int layer = 1; layer <= layers; layer++) {
                values = layer(graph, layer, values, layer == 1 ? 3 : 2);
            }
            Node output = unit(graph, layers + 1, 0, values, row(layers + 1, 0, values.size(), List.of()));
            graph.loss(output, graph.input("y"), Losses.error(RationalLoss.SQUARED));
            return TrainingProgram.of(graph, random.nextBoolean() ? Optimisers.descent() : Optimisers.momentum());
        }

        private List<Node> layer(Graph graph, int layer, List<Node> below, int units) {
            List<Node> above = new ArrayList<>();
            List<BigFraction> before = List.of();
            for (int j = 0; j < units; j++) {
                before = row(layer, j, below.size(), before);
                above.add(unit(graph, layer, j, below, before).relu(kappa));
            }
            return above;
        }

        private Node unit(Graph graph, int layer, int unit, List<Node> below, List<BigFraction> row) {
            String name = layer + "[" + unit + "]";
            return graph.sum(Stream.concat(IntStream.range(0, below.size())
                            .mapToObj(k -> graph.parameter("W" + name + "[" + k + "]", row.get(k)).times(below.get(k))),
                    Stream.of(graph.parameter("b" + name, row.get(below.size())))).toList());
        }

        /** The weights of a unit and its bias. */
        private List<BigFraction> row(int layer, int unit, int inputs, List<BigFraction> before) {
            if (twins && layer == 1 && unit == 1) {
                return before;
            }
            List<BigFraction> row = new ArrayList<>();
            for (int k = 0; k <= inputs; k++) {
                row.add(zero ? BigFraction.ZERO : dead && layer == 1 && unit == 2 ? BigFraction.MINUS_ONE
                        : twins && layer == 2 && k == 1 ? row.get(0)
                        : new BigFraction(List.of(0, 0, 1, 1, -1, 2).get(random.nextInt(6))));
            }
            return row;
        }

        /** Inputs that are not negative. */
        Map<String, ?> fed() {
            Map<String, BigFraction> fed = new HashMap<>(Map.of("rate", new BigFraction(1, 4), "momentum", BigFraction.ONE_HALF));
            Stream.of("x0", "x1", "y").forEach(name -> fed.put(name, new BigFraction(random.nextInt(3))));
            return fed;
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void whatIsFoundOfANetworkHoldsWhenItIsTrained(@ForAll long seed) {
        Start start = Start.of(seed);
        TrainingProgram program = start.program();
        boolean momentum = program.slots().stream().anyMatch(slot -> slot.name().equals("momentum"));
        List<Map<String, ?>> rows = Stream.generate(start::fed).limit(2).toList();
        rows.forEach(row -> row.keySet().removeIf(name -> name.equals("momentum") && !momentum));
        Findings findings = TrainingQuestion.about(program).fedOneOf(rows).forEver();
        Certificate certificate = findings.certificate();
        List<Step> steps = program.steps(STEPS, program.feed(n -> rows.get(new Random(seed + n).nextInt(2))));

        for (Step step : steps) {
            for (int s = 0; s < program.size(); s++) {
                Object value = step.values().get(s);
                if (certificate.isZero(s) && !Tensor.ofValue(value).isZero()
                        || !value.equals(step.values().get(certificate.of(s)))) {
                    fail("%s holds %s", program.name(s), value);
                }
            }
            assertThat(findings.unchangedState()).allMatch(i -> step.next(program.name(i)).equals(program.start().get(i)));
        }
        List<Integer> parameters = program.slots(Role.PARAMETER);
        if (start.zero()) {
            assertThat(parameters.stream().filter(i -> !findings.zeroState().contains(i)).map(program::name))
                    .allMatch(name -> name.equals("b2[0]") || name.equals("b3[0]")).hasSizeLessThan(2);
        }
        if (start.twins()) {
            assertThat(findings.whyEqual(program.slot("W1[0][0]"), program.slot("W1[1][0]"))).isPresent();
            assertThat(findings.whyEqual(program.slot("W2[0][0]"), program.slot("W2[0][1]"))).isPresent();
        }
        if (start.dead() && !start.zero()) {
            assertThat(findings.whyUnchanged(program.slot("W1[2][0]"))).isPresent();
        }
        Coverage.require("zero", start.zero());
        Coverage.require("twins that are not zero", start.twins() && !start.zero());
        Coverage.require("dead", start.dead() && !start.zero());
        Coverage.require("nothing of it", !start.zero() && !start.twins() && !start.dead());
        Coverage.require("parameters that move", parameters.stream().anyMatch(i ->
                !steps.get(STEPS - 1).next(program.name(i)).equals(program.start().get(i))));
    }
}
