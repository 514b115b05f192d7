package org.stillpoint.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.BulkTrainings;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.fast.fraction.CoprimeBase;

/**
 * Whatever the filter is certain of is so, above all where that is hard: next to kinks and thresholds of every layer, after
 * cancellation, huge and tiny, over long denominators.
 */
@StatisticsReport(onFailureOnly = true)
class SignFilterProperties {

    @Provide
    Arbitrary<Long> seeds() {
        return BulkTrainings.seeds();
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void aCertainPositionIsTheExactOne(@ForAll("seeds") long seed) {
        Attack attack = new Attack(new Random(seed));
        attack.filter.begin(0);
        for (int l = 0; l < attack.positions.length; l++) {
            attack.preactivate(l);
            if (attack.hasLinearOutputs(l)) {
                return;
            }
            attack.filter.beginActivations(l);
            String layer = l == attack.positions.length - 1 ? "the last layer" : "hidden layer " + l;
            for (int j = 0; j < attack.positions[l].length; j++) {
                int position = attack.filter.position(l, j);
                int exact = attack.exactPosition(l, j);
                attack.positions[l][j] = exact;
                Coverage.require("certain in " + layer, position >= 0);
                Coverage.require("uncertain in " + layer, position < 0);
                Coverage.require("at a kink in " + layer, exact % 2 == 1);
                if (position >= 0) {
                    assertThat(position).isEqualTo(exact);
                } else {
                    assertThat(exact).as("it is not below the kinks before the uncertain one")
                            .isGreaterThanOrEqualTo(2 * (-1 - position));
                }
                attack.filter.activate(l, j, exact);
            }
        }
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void aCertainSideIsTheExactOne(@ForAll("seeds") long seed) {
        Attack attack = new Attack(new Random(seed));
        attack.forward();
        int hidden = attack.positions.length - 1;
        int side = attack.filter.side(0, attack.samples.target(0, 0));
        int exact = attack.exact.output(0).compareTo(attack.base, attack.threshold);
        Coverage.require("certain of an output behind " + hidden + " layers", side != SignFilter.UNKNOWN);
        Coverage.require("uncertain of an output behind " + hidden + " layers", side == SignFilter.UNKNOWN);
        Coverage.require("output at the threshold", exact == 0);
        boolean bent = !attack.lines.get(hidden).isIdentity();
        Coverage.require("certain of an output with an activation", bent && side != SignFilter.UNKNOWN);
        Coverage.require("uncertain of an output with an activation", bent && side == SignFilter.UNKNOWN);
        if (side != SignFilter.UNKNOWN) {
            assertThat(side).isEqualTo(exact);
        }
        int sign = attack.filter.sign(0);
        if (sign != SignFilter.UNKNOWN) {
            assertThat(sign).isEqualTo(attack.exact.output(0).signum());
        }
    }

    /** A network whose pre-activations, and output, are chosen to be a hair from a kink or a threshold. */
    private static final class Attack {

        private static final List<Activation> ACTIVATIONS = BulkTrainings.fastActivations();

        private final Random random;
        private final Vector input;
        private final BigFraction threshold;
        private final List<Lines> lines = new ArrayList<>();
        private final CoprimeBase base;
        private final Parameters parameters;
        private final Samples samples;
        private final int[][] counts;
        private final int[][] positions;
        private final ExactPass exact;
        private final SignFilter filter;

        Attack(Random random) {
            this.random = random;
            int depth = 1 + random.nextInt(4);
            List<Integer> widths = new ArrayList<>();
            for (int l = 0; l < depth; l++) {
                widths.add(1 + random.nextInt(3));
            }
            widths.add(1);
            this.input = vector(widths.get(0));
            this.threshold = random.nextBoolean() ? BigFraction.ZERO : number();
            this.counts = new int[depth][];
            this.positions = new int[depth][];
            Network network = network(widths);
            DataSet data = new DataSet(List.of(input), List.of(Vector.of(threshold)));
            this.samples = new Samples(data, 1, Optional.of(SideLoss.ABSOLUTE));
            Layout layout = new Layout(network);
            Entries entries = new Entries(layout, network, false, Optional.empty(), BigFraction.ONE);
            Numerators.Kind hidden = depth == 2 ? Numerators.Kind.values()[random.nextInt(3)] : Numerators.Kind.BIG;
            BigInteger[][] denominators = entries.denominators();
            Denominators all = new Denominators();
            all.addRows(denominators);
            all.addSamples(samples);
            all.addLines(lines);
            BigInteger q = BigInteger.valueOf(2 + random.nextInt(pick(2, 100, 1 << 28)));
            all.add(q);
            this.base = CoprimeBase.of(all.all());
            this.parameters = new Parameters(layout, entries.rows(base, denominators, hidden), base, false, BigFraction.ONE);
            grow(q, hidden);
            this.exact = new ExactPass(base, parameters, counts, lines, samples, positions);
            this.filter = new SignFilter(base, parameters, counts, lines, samples);
            filter.readInput(0, input.entries());
            exact.begin(0);
        }

        /** Layer by layer, with biases that bring pre-activations to where they are to be. */
        private Network network(List<Integer> widths) {
            List<Layer> layers = new ArrayList<>();
            List<BigFraction> in = input.entries();
            for (int l = 0; l < counts.length; l++) {
                int units = widths.get(l + 1);
                boolean last = l == counts.length - 1;
                counts[l] = Stream.generate(() -> last || random.nextInt(4) > 0 ? 1 : 1 + random.nextInt(3)).limit(units)
                        .mapToInt(count -> count).toArray();
                Activation sigma = last && random.nextBoolean() ? Activation.IDENTITY
                        : ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size()));
                Lines of = Lines.of(PiecewiseLinear.of(sigma).orElseThrow(), BigFraction.ZERO);
                List<Vector> rows = new ArrayList<>();
                List<BigFraction> biases = new ArrayList<>();
                List<BigFraction> out = new ArrayList<>();
                for (int j = 0; j < units; j++) {
                    Vector row = vector(in.size());
                    BigFraction sum = dot(row, in);
                    BigFraction aim = last && random.nextBoolean() ? threshold : of.kinks().isEmpty() ? BigFraction.ZERO
                            : of.kinks().get(random.nextInt(of.kinks().size()));
                    BigFraction bias = random.nextInt(4) == 0 ? number() : aim.add(miss()).subtract(sum);
                    rows.add(row);
                    biases.add(bias);
                    out.add(last ? sum : sigma.rational().kernel().value(sum.add(bias)).multiply(counts[l][j]));
                }
                layers.add(new Layer(new Matrix(rows), Optional.of(new Vector(biases)), sigma));
                lines.add(of);
                positions[l] = new int[units];
                in = out;
            }
            return new Network(layers);
        }

        private static BigFraction dot(Vector row, List<BigFraction> in) {
            BigFraction sum = BigFraction.ZERO;
            for (int k = 0; k < in.size(); k++) {
                sum = sum.add(row.get(k).multiply(in.get(k)));
            }
            return sum;
        }

        private int pick(int... values) {
            return values[random.nextInt(values.length)];
        }

        private Vector vector(int size) {
            return new Vector(Stream.generate(this::number).limit(size).toList());
        }

        private BigFraction number() {
            int bits = pick(1, 2, 8, 30, 53, 54, 64, 96, 130);
            BigInteger n = new BigInteger(bits, random).subtract(new BigInteger(bits, random));
            BigFraction scale = random.nextInt(3) > 0 ? BigFraction.ONE
                    : new BigFraction(2).pow(pick(-1200, -600, -400, -60, 60, 300, 600));
            return new BigFraction(n, BigInteger.ONE.max(new BigInteger(pick(1, 1, 3, 8, 60), random))).multiply(scale);
        }

        private BigFraction miss() {
            BigFraction hair = new BigFraction(2).pow(-pick(1, 20, 45, 50, 51, 52, 53, 54, 60, 200, 1100));
            return hair.multiply(random.nextInt(3) - 1);
        }

        /** Steps without a gradient: the same numbers over longer denominators. */
        private void grow(BigInteger q, Numerators.Kind hidden) {
            int[] exponents = base.exponents(q);
            LinearRule still = new LinearRule(q.longValue(), exponents, 0, 0, false, true);
            WideRule wide = new WideRule(Multiplier.of(q), exponents, Multiplier.of(BigInteger.ZERO),
                    Multiplier.of(BigInteger.ZERO), q, false, true);
            UpdateRule none = UpdateRule.of(Settings.defaults(1), CoprimeBase.of(List.of(BigInteger.TEN)));
            for (int l = 0; l < counts.length; l++) {
                for (int j = 0; j < counts[l].length; j++) {
                    Row row = parameters.row(l, j);
                    for (int steps = pick(0, 0, 1, 5, 40); steps > 0; steps--) {
                        BigInteger[] nothing = Stream.generate(() -> BigInteger.ZERO).limit(row.size())
                                .toArray(BigInteger[]::new);
                        switch (l == 0 ? hidden : Numerators.Kind.BIG) {
                            case SMALL -> row.mix(base, new long[parameters.layout().firstOutgoing(0)], still);
                            case WIDE -> row.mix(base, new Multipliers(nothing), wide);
                            case BIG -> row.descend(base, none, nothing, base.product(row.denominator(), exponents));
                        }
                    }
                }
            }
        }

        void forward() {
            filter.begin(0);
            for (int l = 0; l < positions.length; l++) {
                preactivate(l);
                if (!hasLinearOutputs(l)) {
                    filter.beginActivations(l);
                    for (int j = 0; j < positions[l].length; j++) {
                        positions[l][j] = exactPosition(l, j);
                        filter.activate(l, j, positions[l][j]);
                    }
                }
            }
        }

        /** Whether it is the last layer, and its outputs are its pre-activations. */
        boolean hasLinearOutputs(int l) {
            return l == positions.length - 1 && lines.get(l).isIdentity();
        }

        void preactivate(int l) {
            if (l == 0 || l < positions.length - 1) {
                filter.preactivate(l);
            } else {
                filter.output(parameters.layout().firstOutgoing(l - 1));
            }
        }

        int exactPosition(int l, int j) {
            List<BigFraction> kinks = lines.get(l).kinks();
            for (int i = 0; i < kinks.size(); i++) {
                int side = exact.side(l, j, kinks.get(i));
                if (side <= 0) {
                    return 2 * i + (side == 0 ? 1 : 0);
                }
            }
            return 2 * kinks.size();
        }
    }
}
