package org.stillpoint.check.diagnosis;

import java.util.List;
import java.util.Optional;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.Prediction;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Biases;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.check.suite.Case;
import org.stillpoint.check.suite.SuiteName;
import org.stillpoint.check.suite.Suites;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Loss;

/** Answers as right programs give them. */
final class Programs {

    static final Elementary FLOAT64 = new Elementary(FloatFormat.FLOAT64, 4);

    /** Can do all that conventions are about. */
    static final Ability ABILITY = new Ability("any", FloatFormat.FLOAT64,
            List.of(Activation.RELU, Activation.LEAKY_RELU, Activation.ABS, Activation.HARD_TANH, Activation.IDENTITY),
            List.of(Loss.SQUARED, Loss.HINGE, Loss.PERCEPTRON, Loss.ABSOLUTE), true, true, 1, 3, 64, Biases.OPTIONAL, false,
            List.of(Activation.IDENTITY), 4);

    private Programs() {
    }

    static List<Case> cases(int count) {
        return Suites.cases(SuiteName.ALL, ABILITY, count, 1);
    }

    /** What a right program answers under conventions, none of them open. */
    static Answered right(Case asked, Conventions conventions) {
        Prediction prediction = Prediction.of(Hypothesis.RIGHT, conventions, FLOAT64, asked.question());
        return new Answered(asked, new Answer.Numbers(reported(prediction.parameters()),
                Optional.of(prediction.outputs().stream().map(Programs::reported).toList()).filter(rows -> !rows.isEmpty()),
                prediction.reportedLoss().map(loss -> reported(loss.value()))));
    }

    static Answered right(Question question) {
        return right(new Case(Optional.empty(), question), Conventions.usual());
    }

    private static List<Reported> reported(List<Rounded> numbers) {
        return numbers.stream().map(Programs::reported).toList();
    }

    private static Reported reported(Rounded number) {
        return Reported.of(FloatFormat.FLOAT64.nearest(number.value()), "right");
    }
}
