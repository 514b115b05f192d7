package org.stillpoint.check.mistake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.domain.RationalLoss;

/**
 * What a program answers by a hypothesis and conventions.
 *
 * @param parameters in the order of {@link org.stillpoint.domain.Network#parameters()}
 * @param outputs by sample and unit; empty of a training
 * @param reportedLoss the loss, of a gradient by a rational loss
 */
public record Prediction(List<Rounded> parameters, List<List<Rounded>> outputs, Optional<LossOfPass> reportedLoss) {

    /** The loss, which is calculated only if a program reports it, as that takes conventions of its own. */
    public static final class LossOfPass {

        private final Pass pass;

        private LossOfPass(Pass pass) {
            this.pass = pass;
        }

        /** @throws OpenConventionException if it depends on one that is open */
        public Rounded value() {
            return pass.formulas().loss(pass).stored(pass.format());
        }
    }

    /**
     * @throws OpenConventionException if it depends on one that is open
     * @throws org.stillpoint.check.rounding.UndecidedSignException if programs that make the mistakes may differ
     */
    public static Prediction of(Hypothesis hypothesis, Conventions conventions, Elementary elementary, Question question) {
        Formulas formulas = hypothesis.formulas();
        if (question instanceof TrainingQuestion training) {
            Descent descent = new Descent(formulas, conventions, elementary, training).run();
            return new Prediction(descent.parameters().inOrder(), List.of(), Optional.empty());
        }
        return ofGradient(formulas, conventions, elementary, (GradientQuestion) question);
    }

    private static Prediction ofGradient(Formulas formulas, Conventions conventions, Elementary elementary,
                                         GradientQuestion question) {
        Pass pass = pass(formulas, conventions, elementary, question);
        List<Rounded> gradients = Parameters.made(question.network().layers(), pass::gradient).inOrder();
        List<List<Rounded>> outputs = IntStream.range(0, pass.samples()).mapToObj(i ->
                IntStream.range(0, pass.outputs()).mapToObj(j -> pass.a(i, pass.depth() - 1, j)).toList()).toList();
        return new Prediction(gradients, outputs,
                question.loss() instanceof RationalLoss ? Optional.of(new LossOfPass(pass)) : Optional.empty());
    }

    static Pass pass(Formulas formulas, Conventions conventions, Elementary elementary, GradientQuestion question) {
        Parameters parameters = Parameters.of(question.network().layers());
        return new Pass(formulas, conventions, elementary, question.network().layers(), parameters.weights(),
                parameters.biases(), Parameters.rounded(question.data().inputs()), Parameters.rounded(question.data().targets()),
                question.loss(), Optional.empty()).run();
    }

    /**
     * Whether an answer is one that programs of this kind give.
     *
     * @throws OpenConventionException if that depends on one that is open
     */
    public boolean admits(Answer.Numbers answer) {
        return allAdmit(parameters, answer.parameters()) && admitsOutputs(answer) && admitsLoss(answer);
    }

    private boolean admitsOutputs(Answer.Numbers answer) {
        return outputs.isEmpty() || answer.outputs().isEmpty() || IntStream.range(0, outputs.size())
                .allMatch(i -> allAdmit(outputs.get(i), answer.outputs().get().get(i)));
    }

    private boolean admitsLoss(Answer.Numbers answer) {
        return reportedLoss.isEmpty() || answer.loss().isEmpty() || admits(reportedLoss.get().value(), answer.loss().get());
    }

    private static boolean allAdmit(List<Rounded> predicted, List<Reported> reported) {
        for (int n = 0; n < predicted.size(); n++) {
            if (!admits(predicted.get(n), reported.get(n))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a number of an answer is one that is predicted. */
    public static boolean admits(Rounded predicted, Reported reported) {
        return reported.value().isPresent() && predicted.admits(reported.value().get());
    }

    /** The numbers of the parameters that are not as predicted. */
    public List<Integer> wrongParameters(Answer.Numbers answer) {
        List<Integer> wrong = new ArrayList<>();
        for (int n = 0; n < parameters.size(); n++) {
            if (!admits(parameters.get(n), answer.parameters().get(n))) {
                wrong.add(n);
            }
        }
        return wrong;
    }
}
