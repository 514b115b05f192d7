package org.stillpoint.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.Prediction;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.verdict.WrongNumber;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

class ComparedTest {

    private static final Reported WRONG = Reported.of(new BigFraction(99), "99");
    private static final Network NETWORK = Network.of(new Layer(new Matrix(List.of(Vector.of("1", "2"))),
            Optional.of(Vector.of("-1")), Activation.IDENTITY));
    private static final DataSet DATA = new DataSet(List.of(Vector.of("1", "1"), Vector.of("0", "1")),
            List.of(Vector.of("0"), Vector.of("0")));
    private static final Question GRADIENT = new GradientQuestion(NETWORK, DATA, Loss.SQUARED);

    private static List<String> wrong(Question question, Answer.Numbers answer) {
        return Compared.wrong(question, answer, Prediction.of(Hypothesis.RIGHT, Conventions.usual(), Programs.FLOAT64, question))
                .stream().map(WrongNumber::what).toList();
    }

    private static Answer.Numbers withWrong(Answer.Numbers right, int n) {
        List<Reported> parameters = new ArrayList<>(right.parameters());
        parameters.set(n, WRONG);
        return new Answer.Numbers(parameters, right.outputs(), right.loss());
    }

    @Test
    void aRightAnswerHasNothingWrongWhateverItLeavesOut() {
        Answer.Numbers right = Programs.right(GRADIENT).answer();

        assertThat(wrong(GRADIENT, right)).isEmpty();
        assertThat(wrong(GRADIENT, new Answer.Numbers(right.parameters(), Optional.empty(), Optional.empty()))).isEmpty();
    }

    @Test
    void wrongNumbersAreNamedOutputsFirstTheLossLast() {
        Answer.Numbers right = Programs.right(GRADIENT).answer();
        Answer.Numbers all = new Answer.Numbers(List.of(WRONG, WRONG, WRONG),
                Optional.of(List.of(List.of(WRONG), List.of(WRONG))),
                Optional.of(WRONG));

        assertThat(wrong(GRADIENT, all)).containsExactly("output 1 for sample 1", "output 1 for sample 2",
                "gradient of the weight of layer 1, unit 1, input 1", "gradient of the weight of layer 1, unit 1, input 2",
                "gradient of the bias of layer 1, unit 1", "loss");
        assertThat(wrong(GRADIENT, withWrong(right, 2))).containsExactly("gradient of the bias of layer 1, unit 1");
    }

    @Test
    void parametersAfterTrainingAreCalledTrained() {
        Question training = new TrainingQuestion(NETWORK, DATA, Settings.defaults(1).withLoss(Loss.SQUARED));

        assertThat(wrong(training, withWrong(Programs.right(training).answer(), 1)))
                .containsExactly("trained weight of layer 1, unit 1, input 2");
    }

    @Test
    void whatIsNotFiniteIsWrong() {
        List<Reported> parameters = new ArrayList<>(Programs.right(GRADIENT).answer().parameters());
        parameters.set(0, Reported.notFinite("NaN"));

        assertThat(wrong(GRADIENT, new Answer.Numbers(parameters, Optional.empty(), Optional.empty()))).hasSize(1);
    }
}
