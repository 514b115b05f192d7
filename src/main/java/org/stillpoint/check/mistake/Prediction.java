package org.stillpoint.check.mistake;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.check.question.Answer;
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
        return of(hypothesis, conventions, elementary, new Prepared(question));
    }

    /** The same of a question that others are tried on too. */
    public static Prediction of(Hypothesis hypothesis, Conventions conventions, Elementary elementary, Prepared prepared) {
        if (prepared.question() instanceof TrainingQuestion) {
            return new Prediction(trained(hypothesis, conventions, elementary, prepared), List.of(), Optional.empty());
        }
        Pass pass = pass(hypothesis.formulas(), conventions, hypothesis.in(elementary), prepared).run();
        List<List<Rounded>> outputs = IntStream.range(0, pass.samples()).mapToObj(i ->
                IntStream.range(0, pass.outputs()).mapToObj(j -> output(pass, i, j)).toList()).toList();
        return new Prediction(Parameters.made(prepared.layers(), pass::gradient).inOrder(), outputs,
                prepared.question().loss() instanceof RationalLoss ? Optional.of(new LossOfPass(pass)) : Optional.empty());
    }

    private static List<Rounded> trained(Hypothesis hypothesis, Conventions conventions, Elementary elementary,
                                         Prepared prepared) {
        return new Descent(hypothesis.formulas(), conventions, hypothesis.in(elementary), prepared).run().parameters().inOrder();
    }

    /** One that has not been run. */
    static Pass pass(Formulas formulas, Conventions conventions, Elementary elementary, Prepared prepared) {
        return new Pass(formulas, conventions, elementary, prepared.layers(), prepared.parameters().weights(),
                prepared.parameters().biases(), prepared.inputs(), prepared.targets(), prepared.question().loss(),
                Optional.empty());
    }

    private static Rounded output(Pass pass, int i, int j) {
        return pass.a(i, pass.depth() - 1, j);
    }

    /**
     * Whether programs of a kind give an answer. No more is calculated than is needed to refuse it.
     *
     * @throws OpenConventionException if that depends on one that is open
     * @throws org.stillpoint.check.rounding.UndecidedSignException if programs that make the mistakes may differ
     */
    public static boolean admits(Hypothesis hypothesis, Conventions conventions, Elementary elementary, Prepared prepared,
                                 Answer.Numbers answer) {
        if (prepared.question() instanceof TrainingQuestion) {
            return allAdmit(trained(hypothesis, conventions, elementary, prepared), answer.parameters());
        }
        Pass pass = pass(hypothesis.formulas(), conventions, hypothesis.in(elementary), prepared);
        pass.forward();
        if (answer.outputs().isPresent() && !admitsOutputs(pass, answer.outputs().get())) {
            return false;
        }
        int end = answer.parameters().size();
        for (int l = pass.depth() - 1; l >= 0; l--) {
            pass.down(l);
            List<Rounded> layer = Parameters.ofLayer(prepared.layers().get(l), l, pass::gradient);
            if (!allAdmit(layer, answer.parameters().subList(end - layer.size(), end))) {
                return false;
            }
            end -= layer.size();
        }
        return answer.loss().isEmpty() || !(pass.loss() instanceof RationalLoss)
                || admits(new LossOfPass(pass).value(), answer.loss().get());
    }

    /** Whether the outputs of an answer, if it has any, are as predicted. */
    public boolean admitsOutputs(Answer.Numbers answer) {
        return answer.outputs().isEmpty() || IntStream.range(0, outputs.size())
                .allMatch(i -> allAdmit(outputs.get(i), answer.outputs().get().get(i)));
    }

    private static boolean admitsOutputs(Pass pass, List<List<Reported>> outputs) {
        for (int i = 0; i < pass.samples(); i++) {
            for (int j = 0; j < pass.outputs(); j++) {
                if (!admits(output(pass, i, j), outputs.get(i).get(j))) {
                    return false;
                }
            }
        }
        return true;
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
        return IntStream.range(0, parameters.size()).filter(n -> !admits(parameters.get(n), answer.parameters().get(n))).boxed()
                .toList();
    }
}
