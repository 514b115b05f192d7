package org.stillpoint.check.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Networks;
import org.stillpoint.arbitraries.Shape;
import org.stillpoint.arbitraries.SmoothTraining;
import org.stillpoint.arbitraries.TrainingRun;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Settings;
import org.stillpoint.enclosure.Enclosure;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.training.Enclosing;
import org.stillpoint.training.Engine;
import org.stillpoint.training.Gradients;
import org.stillpoint.training.Training;

/** The formulas of this package, without a mistake, against the engines, which share no formula with them. */
class RightFormulasTest {

    private static final Elementary EXACT = new Elementary(FloatFormat.EXACT, 0);
    private static final Elementary FLOAT64 = new Elementary(FloatFormat.FLOAT64, 0);

    private static final Certainty THIRTY_DIGITS = new Certainty(30, 16_384);

    /** Of relu at 0, in the order of its convention's ways. */
    private static final List<BigFraction> RELU_AT_0 = List.of(BigFraction.ZERO, BigFraction.ONE, BigFraction.ONE_HALF);
    private static final List<BigFraction> HARD_TANH_AT_KINKS = List.of(BigFraction.ONE, BigFraction.ZERO, BigFraction.ONE_HALF);

    @Provide
    Arbitrary<TrainingRun> runs() {
        return TrainingRun.from(Shape.withEveryActivation(), Networks::any).map(run ->
                run.withSettings(run.settings().withSteps(Math.min(2, run.settings().steps()))));
    }

    @Provide
    Arbitrary<SmoothTraining> smooth() {
        return SmoothTraining.of(List.of(Activation.SIGMOID, Activation.TANH, Activation.SOFTPLUS, Activation.ELU,
                Activation.SILU, Activation.GELU), 2);
    }

    @Provide
    Arbitrary<Integer> ways() {
        return Arbitraries.integers().between(0, 2);
    }

    @Property(tries = 150)
    void theGradientIsThatOfTheReferenceEngineWithEachConventionAtKinks(@ForAll("runs") TrainingRun run,
            @ForAll("ways") int relu, @ForAll("ways") int hardTanh) {
        RationalLoss loss = run.settings().loss().rational();
        assertThat(values(Prediction.of(Hypothesis.RIGHT, conventions(relu, hardTanh), EXACT,
                new GradientQuestion(run.network(), run.data(), loss)).parameters()))
                .isEqualTo(Gradients.mean(run.network(), run.data(), loss, kinks(relu, hardTanh)).parameters());
    }

    @Property(tries = 60)
    void trainingEndsWhereThatOfTheReferenceEngineEnds(@ForAll("runs") TrainingRun run, @ForAll("ways") int relu,
            @ForAll("ways") int hardTanh) {
        Settings settings = run.settings().withKinks(kinks(relu, hardTanh));
        Question question = new TrainingQuestion(run.network(), run.data(), settings);
        assertThat(values(Prediction.of(Hypothesis.RIGHT, conventions(relu, hardTanh), EXACT, question).parameters()))
                .isEqualTo(Training.descend(run.network(), run.data(), settings, Engine.REFERENCE).parameters());
    }

    @Property(tries = 40)
    void whatARoundingProgramMayAnswerLiesAroundTheSmoothGradient(@ForAll("smooth") SmoothTraining training) {
        List<Rounded> predicted = Prediction.of(Hypothesis.RIGHT, Conventions.usual(), FLOAT64,
                new GradientQuestion(training.start(), training.data(), training.settings().loss())).parameters();
        List<RealLayer> enclosed = Enclosing.gradients(training.start(), training.data(), training.settings().loss(),
                KinkDerivatives.all(BigFraction.ZERO), THIRTY_DIGITS).layers();
        List<Real> gradients = enclosed.stream().flatMap(RightFormulasTest::inOrder).toList();
        assertThat(predicted).hasSameSizeAs(gradients);
        for (int n = 0; n < predicted.size(); n++) {
            assertThat(predicted.get(n).error()).isLessThan(new BigFraction(1, 1_000_000_000));
            assertThat(predicted.get(n).admits(middle(gradients.get(n)))).isTrue();
        }
    }

    private static Conventions conventions(int relu, int hardTanh) {
        return Conventions.usual().with(Convention.RELU_AT_0, relu).with(Convention.HARD_TANH_AT_KINKS, hardTanh);
    }

    /** Leaky-relu and abs have the derivatives of the usual ways. */
    private static KinkDerivatives kinks(int relu, int hardTanh) {
        return new KinkDerivatives(RELU_AT_0.get(relu), Map.of(Activation.HARD_TANH, HARD_TANH_AT_KINKS.get(hardTanh),
                Activation.LEAKY_RELU, new BigFraction(1, 100), Activation.ABS, BigFraction.ZERO));
    }

    private static List<BigFraction> values(List<Rounded> numbers) {
        return numbers.stream().map(Rounded::value).toList();
    }

    private static Stream<Real> inOrder(RealLayer layer) {
        return Stream.concat(layer.weights().stream(), layer.bias().stream()).flatMap(List::stream);
    }

    private static BigFraction middle(Real real) {
        return real instanceof Exact exact ? exact.value()
                : ExactNumber.of(((Enclosure) real).low().add(((Enclosure) real).high())).divide(2);
    }
}
