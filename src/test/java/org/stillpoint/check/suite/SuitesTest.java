package org.stillpoint.check.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Biases;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

class SuitesTest {

    private static final List<Activation> BENT = List.of(Activation.RELU, Activation.IDENTITY, Activation.HARD_TANH);
    private static final List<Activation> IDENTITY = List.of(Activation.IDENTITY);
    private static final int COUNT = 60;
    private static final Elementary FLOAT64 = new Elementary(FloatFormat.FLOAT64, 4);

    private static Ability usual() {
        return new Ability("usual", FloatFormat.FLOAT64, BENT, List.of(Loss.SQUARED, Loss.HINGE), true, true, 1, 3, 64,
                Biases.OPTIONAL, false, IDENTITY, 4);
    }

    private static Ability of(FloatFormat format, List<Activation> hidden, List<Activation> output, Loss loss) {
        return new Ability("odd", format, hidden, List.of(loss), true, true, 1, 3, 64, Biases.OPTIONAL, false, output, 4);
    }

    private static Ability shaped(int minLayers, int maxLayers, int maxSamples, Biases biases) {
        return new Ability("odd", FloatFormat.FLOAT64, BENT, List.of(Loss.SQUARED), true, true, minLayers, maxLayers, maxSamples,
                biases, false, IDENTITY, 4);
    }

    private static Ability doing(boolean gradients, boolean trains) {
        return new Ability("odd", FloatFormat.FLOAT64, BENT, List.of(Loss.SQUARED), gradients, trains, 1, 3, 64, Biases.OPTIONAL,
                false, IDENTITY, 4);
    }

    private static Ability same(Activation... activations) {
        return new Ability("odd", FloatFormat.FLOAT64, List.of(activations), List.of(Loss.SQUARED), true, true, 1, 3, 64,
                Biases.OPTIONAL, true, List.of(activations), 4);
    }

    static Stream<Ability> abilities() {
        return Stream.of(usual(), Ability.defaults("defaults"), shaped(2, 2, 64, Biases.OPTIONAL),
                shaped(4, 5, 64, Biases.OPTIONAL),
                shaped(1, 1, 64, Biases.OPTIONAL), shaped(1, 3, 1, Biases.OPTIONAL), shaped(1, 3, 64, Biases.ALWAYS),
                shaped(1, 3, 64, Biases.NEVER), same(Activation.RELU), same(Activation.TANH),
                        same(Activation.SIGMOID, Activation.RELU),
                of(FloatFormat.EXACT, BENT, IDENTITY, Loss.SQUARED), of(FloatFormat.FLOAT32, BENT, IDENTITY, Loss.ABSOLUTE),
                of(FloatFormat.FLOAT64, BENT, IDENTITY, Loss.PERCEPTRON),
                of(FloatFormat.FLOAT64, BENT, List.of(Activation.SOFTMAX), Loss.CROSS_ENTROPY),
                of(FloatFormat.FLOAT32, List.of(Activation.GELU), List.of(Activation.SIGMOID), Loss.CROSS_ENTROPY),
                of(FloatFormat.FLOAT64, List.of(Activation.LEAKY_RELU), IDENTITY, Loss.LOGISTIC),
                doing(false, true), doing(true, false));
    }

    @ParameterizedTest
    @MethodSource("abilities")
    void asManyQuestionsAsAreAskedForAllDifferentTakenAndDecidedSmallOnesFirst(Ability ability) {
        List<Case> cases = Suites.cases(SuiteName.ALL, ability, COUNT, 1);
        List<Question> questions = cases.stream().map(Case::question).toList();

        assertThat(cases).hasSize(COUNT).isSortedAccordingTo(Comparator.comparingInt(Case::size));
        assertThat(questions).doesNotHaveDuplicates().allMatch(ability::takes).allMatch(question ->
                Decided.is(question, Conventions.usual(), new Elementary(ability.arithmetic(), ability.ulps())));
        assertThat(questions).allSatisfy(question -> question.loss().requireTargets(question.network(), question.data()));
        assertThat(questions.stream().anyMatch(TrainingQuestion.class::isInstance)).isEqualTo(ability.trains());
        assertThat(questions.stream().anyMatch(GradientQuestion.class::isInstance)).isEqualTo(ability.gradients());
    }

    @Test
    void theSameSeedAsksTheSameAndAnotherSeedAsksOtherQuestions() {
        List<Case> cases = Suites.cases(SuiteName.ALL, usual(), COUNT, 1);

        assertThat(Suites.cases(SuiteName.ALL, usual(), COUNT, 1)).isEqualTo(cases);
        assertThat(Suites.cases(SuiteName.ALL, usual(), COUNT, 2)).isNotEqualTo(cases).anyMatch(cases::contains);
        assertThat(Suites.cases(SuiteName.TRAINING, usual(), 20, 2)).doesNotContainAnyElementsOf(
                Suites.cases(SuiteName.TRAINING, usual(), 20, 1).stream().filter(one -> one.size() > 20).toList());
    }

    @ParameterizedTest
    @EnumSource(SuiteName.class)
    void aUsualProgramIsAskedForManyQuestionsOfEverySuite(SuiteName name) {
        assertThat(Suites.cases(name, usual(), 100, 3)).hasSize(100);
    }

    @ParameterizedTest
    @EnumSource(SuiteName.class)
    void nothingIsAskedOfAProgramThatTakesNothing(SuiteName name) {
        assertThat(Suites.cases(name, doing(false, false), 400, 1)).isEmpty();
        assertThat(Suites.cases(name, of(FloatFormat.FLOAT64, BENT, IDENTITY, Loss.CROSS_ENTROPY), 400, 1)).isEmpty();
    }

    @Test
    void noKinkIsAskedForWhereThereIsNone() {
        assertThat(Suites.cases(SuiteName.KINKS, same(Activation.TANH), 20, 1)).isEmpty();
        assertThat(Suites.cases(SuiteName.SMOOTH, same(Activation.TANH), 20, 1)).hasSize(20);
    }

    @Test
    void aKinkIsMetInTheSuiteOfKinksAndInNoneOfTheSmoothOne() {
        assertThat(questions(SuiteName.KINKS)).isNotEmpty().noneMatch(question -> Decided.kinks(question, FLOAT64).isEmpty());
        assertThat(questions(SuiteName.SMOOTH)).isNotEmpty().allMatch(question -> Decided.kinks(question, FLOAT64).isEmpty());
        assertThat(questions(SuiteName.SMOOTH)).noneMatch(TrainingQuestion.class::isInstance);
    }

    @Test
    void startsAreZerosTwinsHalfZerosDeadUnitsZeroFeaturesAndSmallest() {
        List<Question> questions = questions(SuiteName.STARTS);

        assertThat(questions).anyMatch(question -> question.network().parameters().stream().allMatch(p -> p.signum() == 0))
                .anyMatch(SuitesTest::hasTwins)
                .anyMatch(startsWith(SuitesTest::isZero).and(endsWith(SuitesTest::isZero).negate()))
                .anyMatch(endsWith(SuitesTest::isZero).and(startsWith(SuitesTest::isZero).negate()))
                .anyMatch(startsWith(layer -> layer.bias().stream().anyMatch(bias -> bias.get(0).doubleValue() == -16)))
                .anyMatch(question -> question.data().inputs().stream().allMatch(x -> x.get(0).signum() == 0))
                .anyMatch(question -> question.network().parameters().size() <= 2 && question.data().size() == 1);
        assertThat(Suites.cases(SuiteName.STARTS, usual(), COUNT, 4)).filteredOn(one -> one.claim().equals(Optional.of("PART-6")))
                .isNotEmpty().allSatisfy(one -> assertThat(one.question().network().layers()).satisfies(layers ->
                        assertThat(layers.subList(0, layers.size() - 1)).allSatisfy(layer ->
                                assertThat(layer.bias().orElseThrow().entries()).allMatch(bias -> bias.signum() > 0))));
    }

    @Test
    void trainingsHaveSeveralStepsPartialBatchesMomentumAndDecay() {
        List<Question> questions = questions(SuiteName.TRAINING);

        assertThat(questions).allMatch(TrainingQuestion.class::isInstance)
                .anyMatch(training(settings -> settings.steps() == 1)).anyMatch(training(settings -> settings.steps() > 2))
                .anyMatch(training(settings -> settings.momentum().signum() > 0 && settings.steps() > 1))
                .anyMatch(training(settings -> settings.weightDecay().signum() > 0 && settings.steps() > 1))
                .anyMatch(question -> question.data().size() % ((TrainingQuestion) question).settings().batchSize() != 0
                        && ((TrainingQuestion) question).settings().steps()
                                >= ((TrainingQuestion) question).settings().batches(question.data().size()));
    }

    @Test
    void doublesAreAskedAboutNumbersWhoseProductsNoFloatHolds() {
        Predicate<Question> wide = question -> question.numbers().anyMatch(number -> number.getDenominator().bitLength() > 8);

        assertThat(questions(SuiteName.SMOOTH)).anyMatch(wide).anyMatch(wide.negate());
        assertThat(Suites.cases(SuiteName.SMOOTH, of(FloatFormat.FLOAT32, BENT, IDENTITY, Loss.SQUARED), COUNT, 4))
                .extracting(Case::question).noneMatch(wide);
    }

    @Test
    void everyActivationAndLossIsAskedFor() {
        List<Question> questions = questions(SuiteName.ALL);

        assertThat(questions.stream().flatMap(question -> question.network().layers().stream()).map(Layer::activation))
                .containsAll(BENT);
        assertThat(questions).extracting(Question::loss).contains(Loss.SQUARED, Loss.HINGE);
    }

    @Test
    void aQuestionIsAsLargeAsItsNumbersAndItsSteps() {
        TrainingQuestion training = (TrainingQuestion) questions(SuiteName.TRAINING).get(0);
        int parameters = training.network().parameters().size();
        Settings one = training.settings().withSteps(1);

        assertThat(new Case(Optional.empty(), new TrainingQuestion(training.network(), training.data(), one.withSteps(2))).size()
                - new Case(Optional.empty(), new TrainingQuestion(training.network(), training.data(), one)).size())
                .isEqualTo(parameters);
    }

    private static List<Question> questions(SuiteName name) {
        return Suites.cases(name, usual(), COUNT, 4).stream().map(Case::question).toList();
    }

    private static Predicate<Question> training(Predicate<Settings> holds) {
        return question -> holds.test(((TrainingQuestion) question).settings());
    }

    private static Predicate<Question> startsWith(Predicate<Layer> holds) {
        return question -> holds.test(question.network().layers().get(0));
    }

    private static Predicate<Question> endsWith(Predicate<Layer> holds) {
        return question -> holds.test(question.network().layers().get(question.network().layers().size() - 1));
    }

    private static boolean isZero(Layer layer) {
        return Stream.of(layer.weights()).map(Matrix::rows).flatMap(Collection::stream).allMatch(Vector::isZero);
    }

    private static boolean hasTwins(Question question) {
        Layer first = question.network().layers().get(0);
        return question.network().layers().size() > 1 && first.units() > 1 && !isZero(first)
                && first.weights().row(0).equals(first.weights().row(1));
    }
}
