package org.stillpoint.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.enclosure.Ball;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Real;
import org.stillpoint.enclosure.Slope;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.enclosure.BallField;
import org.stillpoint.engine.enclosure.Masks;
import org.stillpoint.engine.enclosure.Problem;
import org.stillpoint.engine.enclosure.Sides;
import org.stillpoint.engine.enclosure.State;
import org.stillpoint.engine.enclosure.Steps;
import org.stillpoint.engine.enclosure.Values;
import org.stillpoint.training.Enclosing;
import org.stillpoint.training.Kept;
import org.stillpoint.training.RealResult;
import org.stillpoint.training.UpdateRule;

/** Something in this virtual machine that does a workload in balls. What it ends with are {@link Intervals}. */
abstract class BallContestant implements Contestant {

    static volatile Object sink;

    @Override
    public final long run(long times) {
        long start = System.nanoTime();
        for (long i = 0; i < times; i++) {
            once();
        }
        return System.nanoTime() - start;
    }

    abstract void once();

    /** A function of balls, for all arguments. */
    static final class Applies extends BallContestant {

        private final BallWorkload.Function workload;
        private final Precision precision;
        private final Ball[] arguments;
        private final Object[] results;

        Applies(BallWorkload.Function workload) {
            this.workload = workload;
            this.precision = Precision.of(workload.bits());
            this.arguments = workload.arguments().toArray(Ball[]::new);
            this.results = new Object[arguments.length];
        }

        @Override
        void once() {
            int last = arguments.length - 1;
            for (int i = 0; i <= last; i++) {
                results[i] = switch (workload.operation()) {
                    case MULTIPLY -> precision.multiply(arguments[i], arguments[last - i]);
                    case EXP -> precision.exp(arguments[i]);
                    case SIGMOID -> precision.sigmoid(arguments[i]);
                };
            }
            sink = results[last];
        }

        @Override
        public String weights() {
            once();
            return workload.operation() != BallWorkload.Operation.SIGMOID ? lines(Ball.class::cast)
                    : lines(result -> ((Slope) result).value()) + "\n" + lines(result -> ((Slope) result).slope());
        }

        private String lines(Function<Object, Ball> ball) {
            return Stream.of(results).map(result -> line(precision, ball.apply(result))).collect(Collectors.joining("\n"));
        }
    }

    private static String line(Precision precision, Ball ball) {
        return Intervals.line(precision.low(ball), precision.high(ball));
    }

    /** Every step in plain balls, as the peer does it. */
    static final class TrainsInBalls extends BallContestant {

        private final BallWorkload.Training workload;
        private final Precision precision;
        private State<Ball> end;

        TrainsInBalls(BallWorkload.Training workload) {
            this.workload = workload;
            this.precision = Precision.of(workload.bits());
        }

        @Override
        void once() {
            Problem problem = Problem.of(workload.network(), Optional.empty(), workload.data(), workload.settings(),
                    Optional.empty(), Masks.NONE);
            Steps<Ball> steps = new Steps<>(problem, new BallField(precision));
            State<Ball> state = steps.start();
            while (state.steps() < workload.settings().steps()) {
                state = steps.next(state, Sides.NOBODY);
            }
            end = state;
        }

        @Override
        public String weights() {
            once();
            Values<Ball> values = end.parameters();
            return Stream.iterate(0, l -> l < values.weights().length, l -> l + 1)
                    .flatMap(l -> Stream.of(values.weights()[l], values.biases()[l])).flatMap(Stream::of)
                    .map(ball -> line(precision, ball)).collect(Collectors.joining("\n"));
        }
    }

    /** A training until its digits are certain, with everything that takes. */
    static final class Certifies extends BallContestant {

        private final BallWorkload.Training workload;
        private RealResult end;

        Certifies(BallWorkload.Training workload) {
            this.workload = workload;
        }

        @Override
        void once() {
            Kept<RealResult> kept = Enclosing.train(workload.network(), workload.data(), workload.settings(), UpdateRule.DESCENT,
                    Certainty.DEFAULT, step -> { });
            kept.stopped().ifPresent(stop -> {
                throw new IllegalStateException(workload.name() + ": " + stop.why());
            });
            end = kept.result();
        }

        @Override
        public String weights() {
            once();
            return end.network().layers().stream().flatMap(Certifies::parameters).map(Certifies::line)
                    .collect(Collectors.joining("\n"));
        }

        private static Stream<Real> parameters(RealLayer layer) {
            return Stream.concat(layer.weights().stream().flatMap(List::stream), layer.bias().orElseThrow().stream());
        }

        private static String line(Real number) {
            if (number instanceof Exact exact) {
                return Intervals.line(exact.value(), exact.value());
            }
            Enclosure enclosure = (Enclosure) number;
            return Intervals.line(fraction(enclosure.low().toPlainString()), fraction(enclosure.high().toPlainString()));
        }

        private static BigFraction fraction(String decimal) {
            return ExactNumber.parse(decimal);
        }
    }
}
