package org.stillpoint.check.planted;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.Respondent;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.domain.ExactNumber;

/** A program that is asked without a process of its own. */
record InProcess(Ability ability, Program program, boolean reportsOutputs) implements Respondent {

    @Override
    public Answer ask(Question question) {
        Asked asked = Asked.of(question);
        if (question instanceof GradientQuestion) {
            Gradient gradient = program.gradient(asked);
            return new Answer.Numbers(inOrder(gradient.w(), gradient.b()), Optional.of(gradient.outputs())
                    .filter(outputs -> reportsOutputs).map(outputs -> Stream.of(outputs).map(InProcess::reported).toList()),
                    Optional.empty());
        }
        return program.train(asked, ((TrainingQuestion) question).settings())
                .<Answer>map(trained -> new Answer.Numbers(inOrder(trained.w(), trained.b()), Optional.empty(), Optional.empty()))
                .orElse(new Answer.Unsupported("no such training"));
    }

    private static List<Reported> inOrder(double[][][] w, double[][] b) {
        List<Reported> all = new ArrayList<>();
        for (int l = 0; l < w.length; l++) {
            Stream.of(w[l]).map(InProcess::reported).forEach(all::addAll);
            if (b[l] != null) {
                all.addAll(reported(b[l]));
            }
        }
        return all;
    }

    private static List<Reported> reported(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(number -> Double.isFinite(number)
                ? Reported.of(ExactNumber.of(new BigDecimal(number)), Double.toString(number))
                : Reported.notFinite(Double.toString(number))).toList();
    }

    @Override
    public void close() {
        // nothing is started
    }
}
