package org.stillpoint.proof.coq;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.activation.AbsoluteValue;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.Identity;
import org.stillpoint.kernel.LearningRule;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.kernel.Relu;
import org.stillpoint.kernel.Schedule;
import org.stillpoint.kernel.Sgd;
import org.stillpoint.kernel.State;

/**
 * Runs of the kernel on small networks, the same in each build, each written as what Coq is to compute and what the kernel
 * computed.
 */
final class KernelRuns {

    private static final long SEED = 20261128;
    private static final int GRADIENTS = 60;
    private static final int TRAININGS = 100;
    private static final List<ActivationFunction> ACTIVATIONS = List.of(new Relu(), new Identity(), new AbsoluteValue());
    private static final String HEADER = """
            (* Written from runs of the Java kernel; -Dstillpoint.coq.write=true writes it again. *)
            Require Import List ZArith QArith.
            From Stillpoint Require Import Run.
            Import ListNotations.
            Open Scope Q_scope.

            """;

    private final Random random = new Random(SEED);

    String text() {
        StringBuilder text = new StringBuilder(HEADER);
        IntStream.range(0, GRADIENTS).forEach(i -> text.append(example("gradient_" + i, gradient())));
        IntStream.range(0, TRAININGS).forEach(i -> text.append(example("training_" + i, training())));
        return text.toString();
    }

    private static String example(String name, String statement) {
        return "Example " + name + " : " + statement + ".\nProof. vm_compute. reflexivity. Qed.\n";
    }

    private String gradient() {
        int[] widths = widths();
        Parameters p = parameters(widths, biased(widths));
        ActivationFunction[] sigma = activations(widths);
        BigFraction kappa = number();
        RationalLoss loss = loss();
        int samples = between(1, 3);
        BigFraction[][] x = matrix(samples, widths[0]);
        BigFraction[][] y = matrix(samples, widths[widths.length - 1]);
        LearningRule rule = new LearningRule(sigma, kappa, loss, BigFraction.ZERO, BigFraction.ZERO);
        Parameters gradient = Sgd.batchGradient(p, rule, x, y);
        return CoqNumbers.call("gradient", CoqNumbers.stack(p.weights), CoqNumbers.matrix(p.biases), CoqNumbers.objects(sigma),
                CoqNumbers.number(kappa), CoqNumbers.object(loss), CoqNumbers.matrix(x), CoqNumbers.matrix(y))
                + "\n  = " + CoqNumbers.tuple(CoqNumbers.stack(gradient.weights), CoqNumbers.matrix(gradient.biases));
    }

    private String training() {
        int[] widths = widths();
        boolean[] biased = biased(widths);
        State start = new State(parameters(widths, biased), parameters(widths, biased));
        ActivationFunction[] sigma = activations(widths);
        BigFraction kappa = number();
        RationalLoss loss = loss();
        int[] samples = IntStream.range(0, between(0, 3)).map(step -> between(1, 3)).toArray();
        BigFraction[][][] x = stack(samples, widths[0]);
        BigFraction[][][] y = stack(samples, widths[widths.length - 1]);
        BigFraction[] rates = vector(samples.length);
        BigFraction momentum = number();
        BigFraction decay = number();
        State end = Sgd.train(start, new LearningRule(sigma, kappa, loss, momentum, decay), new Schedule(x, y, rates));
        return CoqNumbers.call("training", CoqNumbers.parts(start), CoqNumbers.objects(sigma), CoqNumbers.number(kappa),
                CoqNumbers.object(loss),
                CoqNumbers.stack(x), CoqNumbers.stack(y), CoqNumbers.vector(rates), CoqNumbers.number(momentum),
                CoqNumbers.number(decay)) + "\n  = " + CoqNumbers.tuple(CoqNumbers.parts(end).split(" "));
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Of the inputs, and of each layer. */
    private int[] widths() {
        return IntStream.range(0, between(2, 5)).map(i -> between(1, 3)).toArray();
    }

    private boolean[] biased(int[] widths) {
        boolean[] biased = new boolean[widths.length - 1];
        for (int layer = 0; layer < biased.length; layer++) {
            biased[layer] = random.nextInt(3) > 0;
        }
        return biased;
    }

    private Parameters parameters(int[] widths, boolean[] biased) {
        return new Parameters(array(biased.length, layer -> matrix(widths[layer + 1], widths[layer]), BigFraction[][][]::new),
                array(biased.length, layer -> vector(biased[layer] ? widths[layer + 1] : 0), BigFraction[][]::new));
    }

    private ActivationFunction[] activations(int[] widths) {
        return array(widths.length - 2, layer -> ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())), ActivationFunction[]::new);
    }

    private RationalLoss loss() {
        return RationalLoss.values()[random.nextInt(RationalLoss.values().length)];
    }

    private BigFraction[][][] stack(int[] samples, int columns) {
        return array(samples.length, step -> matrix(samples[step], columns), BigFraction[][][]::new);
    }

    private BigFraction[][] matrix(int rows, int columns) {
        return array(rows, row -> vector(columns), BigFraction[][]::new);
    }

    private BigFraction[] vector(int length) {
        return array(length, i -> number(), BigFraction[]::new);
    }

    /** Half of them are 0, 1 or -1, so that kinks are met. */
    private BigFraction number() {
        return random.nextBoolean() ? new BigFraction(between(-1, 1)) : new BigFraction(between(-9, 9), between(1, 9));
    }

    private static <T> T[] array(int length, IntFunction<T> entry, IntFunction<T[]> make) {
        return IntStream.range(0, length).mapToObj(entry).toArray(make);
    }
}
