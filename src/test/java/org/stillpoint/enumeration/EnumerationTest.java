package org.stillpoint.enumeration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.parallel.Workers;
import org.stillpoint.symmetry.UnitClasses;
import org.stillpoint.training.DisagreementException;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Training;

class EnumerationTest {

    private static final List<BigFraction> TERNARY = numbers("-1", "0", "1");
    private static final DataSet XOR = data(List.of("0 0", "0 1", "1 0", "1 1"), "-1", "1", "1", "-1");
    private static final DataSet FRACTIONS = data(List.of("1/2", "-2/3", "3"), "1", "-1", "1");
    private static final DataSet HUGE = data(List.of("100000007", "-99999989"), "1", "-1");
    private static final DataSet BEYOND_LONG = data(List.of("1" + "0".repeat(30), "-3"), "1", "-1");
    private static final Settings PERCEPTRON = Settings.defaults(0).withLoss(Loss.PERCEPTRON).withLearningRate(BigFraction.ONE);
    private static final Settings TENTH = Settings.defaults(0);

    private static List<BigFraction> numbers(String... literals) {
        return Stream.of(literals).map(ExactNumber::parse).toList();
    }

    private static DataSet data(List<String> inputs, String... labels) {
        return new DataSet(inputs.stream().map(input -> Vector.of(input.split(" "))).toList(),
                Stream.of(labels).map(Vector::of).toList());
    }

    static Stream<Arguments> problems() {
        BigFraction third = new BigFraction(-1, 3);
        return Stream.of(
                Arguments.of("XOR, epochs and a part of one",
                        new Problem(2, false, TERNARY, XOR, PERCEPTRON.withSteps(4 * 5 + 3))),
                Arguments.of("one unit with biases", new Problem(1, true, TERNARY, XOR, PERCEPTRON.withSteps(4 * 6))),
                Arguments.of("three units", new Problem(3, false, numbers("1", "0"), FRACTIONS, PERCEPTRON.withSteps(7))),
                Arguments.of("two units with biases",
                        new Problem(2, true, numbers("2", "-1"), FRACTIONS, PERCEPTRON.withSteps(9))),
                Arguments.of("fractions throughout", new Problem(2, false, numbers("1/2", "-2/3", "0"), FRACTIONS,
                        TENTH.withKappa(third).withSteps(6))),
                Arguments.of("batches of two of three", new Problem(1, true, numbers("1/2", "-1", "0"), FRACTIONS,
                        TENTH.withBatchSize(2).withKappa(BigFraction.TWO).withSteps(5))),
                Arguments.of("full batches", new Problem(2, false, TERNARY, XOR, TENTH.withBatchSize(9).withSteps(4))),
                Arguments.of("a negative rate", new Problem(2, false, TERNARY, XOR, TENTH.withLearningRate(third).withSteps(5))),
                Arguments.of("numbers that outgrow the guard", new Problem(1, true, TERNARY, HUGE, PERCEPTRON.withSteps(6))),
                Arguments.of("denominators that outgrow the guard",
                        new Problem(2, false, TERNARY, FRACTIONS, TENTH.withSteps(12))),
                Arguments.of("inputs too large from the start", new Problem(1, false, TERNARY, BEYOND_LONG, TENTH.withSteps(3))),
                Arguments.of("values too large from the start",
                        new Problem(1, false, numbers("99999999999", "-1/99999999999"), XOR, TENTH.withSteps(4))),
                Arguments.of("no step at all", new Problem(2, false, TERNARY, XOR, TENTH)));
    }

    /** Where every single training ends, by the reference kernel alone. */
    private static Map<String, Long> byReference(Problem problem) {
        Map<String, Long> networks = new HashMap<>();
        for (long i = 0; i < problem.networks(); i++) {
            Network start = problem.network(i);
            Network end = Training.descend(start, problem.data(), problem.settings(), problem.settings().loss().rational());
            int correct = Evaluation.right(end, problem.data(), AccuracyRule.SIGN);
            networks.merge(words(end, different(start), different(end), correct), 1L, Long::sum);
        }
        return networks;
    }

    private static Map<String, Long> enumerated(Problem problem, Options options) {
        Map<String, Long> networks = new HashMap<>();
        new Enumeration(problem, options).run(end -> networks.merge(
                words(end.network().get(), end.unitsAtStart(), end.units(), end.correct()), end.networks(), Long::sum));
        return networks;
    }

    private static int different(Network network) {
        return UnitClasses.of(network).get(0).classes().size();
    }

    /** A network up to the order of its hidden units, and what is said about it. */
    private static String words(Network network, int unitsAtStart, int units, int correct) {
        List<String> rows = IntStream.range(0, network.layers().get(0).units())
                .mapToObj(j -> network.layers().get(0).weights().row(j)
                + " " + network.layers().get(0).bias().map(bias -> ExactNumber.write(bias.get(j)))
                + " " + ExactNumber.write(network.layers().get(1).weights().get(0, j))).sorted().toList();
        return rows + " " + network.layers().get(1).bias() + " " + unitsAtStart + " " + units + " " + correct;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void everyTrainingEndsWhereTheReferenceEnds(String name, Problem problem) {
        assertThat(enumerated(problem, Options.ALL)).isEqualTo(byReference(problem));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void mergingAndTheQuotientChangeNoCount(String name, Problem problem) {
        Map<String, Long> plain = enumerated(problem, new Options(false, false));

        assertThat(enumerated(problem, new Options(true, false))).isEqualTo(plain);
        assertThat(enumerated(problem, new Options(false, true))).isEqualTo(plain);
        assertThat(enumerated(problem, Options.ALL)).isEqualTo(plain);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void everyEndIsConfirmedByTheReference(String name, Problem problem) {
        assertThatCode(() -> new Enumeration(problem).run(end -> end.confirm(problem))).doesNotThrowAnyException();
    }

    @Test
    void anEndThatIsNotThatOfItsStartIsNotConfirmed() {
        Problem problem = new Problem(2, true, TERNARY, XOR, PERCEPTRON.withSteps(8));
        List<Ending> ends = new ArrayList<>();
        new Enumeration(problem).run(ends::add);
        Ending end = ends.get(0);

        assertThat(Stream.of(
                new Ending(end.networks(), end.first(), end.unitsAtStart(), end.units(), end.correct(), ends.get(1).network()),
                new Ending(end.networks(), end.first(), end.unitsAtStart(), end.units() + 1, end.correct(), end.network()),
                new Ending(end.networks(), end.first(), end.unitsAtStart(), end.units(), end.correct() + 1, end.network())))
                .allSatisfy(wrong -> assertThatThrownBy(() -> wrong.confirm(problem)).isInstanceOf(DisagreementException.class));
    }

    @Test
    void theNetworksOfSeveralSlicesAreAllThere() {
        Problem problem = new Problem(2, true, TERNARY, XOR, PERCEPTRON.withSteps(40));

        assertThat(enumerated(problem, Options.ALL)).isEqualTo(enumerated(problem, new Options(false, false)));
        assertThat(enumerated(problem, Options.ALL).values().stream().mapToLong(Long::longValue).sum()).isEqualTo(19_683);
    }

    @Test
    void endsAreToldInTheSameOrderByAnyNumberOfWorkers() {
        Problem problem = new Problem(2, true, TERNARY, XOR, PERCEPTRON.withSteps(40));
        List<String> byOne = Workers.with(1, () -> told(problem));

        assertThat(Workers.with(2, () -> told(problem))).isEqualTo(byOne);
        assertThat(Workers.with(5, () -> told(problem))).isEqualTo(byOne);
    }

    private static List<String> told(Problem problem) {
        List<String> told = new ArrayList<>();
        new Enumeration(problem).run(end -> told.add(end.networks() + " from " + end.first() + ": "
                + words(end.network().get(), end.unitsAtStart(), end.units(), end.correct())));
        return told;
    }

    @Test
    void mergingLeavesFewerEndsAndTheQuotientHalfTheStarts() {
        Problem problem = new Problem(2, true, TERNARY, XOR, PERCEPTRON.withSteps(40));
        Map<Options, Integer> ends = new HashMap<>();
        for (Options options : List.of(Options.ALL, new Options(true, false), new Options(false, true),
                new Options(false, false))) {
            List<Ending> all = new ArrayList<>();
            new Enumeration(problem, options).run(all::add);
            ends.put(options, all.size());
        }

        assertThat(ends.get(new Options(false, false))).isEqualTo(19_683);
        assertThat(ends.get(new Options(false, true))).isEqualTo(81 * 82 / 2 * 3);
        assertThat(ends.get(new Options(true, false))).isLessThan(19_683 / 2);
        assertThat(ends.get(Options.ALL)).isLessThan(ends.get(new Options(true, false)));
    }

    @Test
    void theFirstStartIsTheLowestIndexThatEndsThere() {
        Problem problem = new Problem(2, false, TERNARY, XOR, PERCEPTRON.withSteps(12));
        Map<String, Long> first = new HashMap<>();
        new Enumeration(problem)
                .run(end -> first.merge(words(end.network().get(), end.unitsAtStart(), end.units(), end.correct()),
                end.first(), Math::min));
        Map<String, Long> expected = new HashMap<>();
        for (long i = 0; i < problem.networks(); i++) {
            Network start = problem.network(i);
            Network end = Training.descend(start, problem.data(), problem.settings(), problem.settings().loss().rational());
            int correct = Evaluation.right(end, problem.data(), AccuracyRule.SIGN);
            expected.putIfAbsent(words(end, different(start), different(end), correct), i);
        }

        assertThat(first).isEqualTo(expected);
    }

    @Test
    void theNetworkOfAnIndexHasItsDigits() {
        Problem problem = new Problem(2, true, TERNARY, XOR, TENTH);

        assertThat(problem.networks()).isEqualTo(19_683);
        assertThat(problem.network(0).parameters()).containsOnly(new BigFraction(-1));
        assertThat(problem.network(1).layers().get(1).bias().orElseThrow()).isEqualTo(Vector.of("0"));
        assertThat(problem.network(19_682)).isEqualTo(Network.constant(List.of(2, 2, 1), true, BigFraction.ONE));
        assertThat(IntStream.range(0, 19_683).mapToObj(problem::network).distinct()).hasSize(19_683);
    }

    @ParameterizedTest
    @ValueSource(strings = {"squared", "absolute"})
    void aLossWhoseDerivativeIsNoSignIsRefused(String loss) {
        assertThatThrownBy(() -> new Problem(2, true, TERNARY, XOR, TENTH.withLoss(Loss.fromId(loss))))
                .isInstanceOf(DomainException.class).hasMessageContaining("expected perceptron or hinge");
    }

    @Test
    void whatIsNotCoveredIsRefused() {
        assertThatThrownBy(() -> new Problem(2, true, TERNARY, XOR, TENTH.withMomentum(BigFraction.ONE_HALF)))
                .isInstanceOf(DomainException.class).hasMessageContaining("momentum");
        assertThatThrownBy(() -> new Problem(2, true, TERNARY, data(List.of("1"), "2"), TENTH))
                .isInstanceOf(DomainException.class).hasMessageContaining("labels");
        assertThatThrownBy(() -> new Problem(2, true, numbers("1", "1"), XOR, TENTH))
                .isInstanceOf(DomainException.class).hasMessageContaining("none twice");
        assertThatThrownBy(() -> new Problem(0, true, TERNARY, XOR, TENTH))
                .isInstanceOf(DomainException.class).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> new Problem(20, true, TERNARY, XOR, TENTH))
                .isInstanceOf(DomainException.class).hasMessageContaining("2^63");
    }
}
