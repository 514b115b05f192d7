package org.stillpoint.check.suite;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.OpenConventionException;
import org.stillpoint.check.mistake.Prediction;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.UndecidedSignException;

/** Whether what is asked has one answer, up to conventions and the bound on rounding errors. */
public final class Decided {

    private static final List<Convention> AT_KINKS = List.of(Convention.RELU_AT_0, Convention.LEAKY_RELU_AT_0,
            Convention.ABS_AT_0, Convention.HARD_TANH_AT_KINKS, Convention.HINGE_AT_1, Convention.PERCEPTRON_AT_0,
            Convention.ABSOLUTE_AT_0);

    private Decided() {
    }

    /** Whether no sign is left open. */
    public static boolean is(Question question, Conventions conventions, Elementary elementary) {
        try {
            Prediction.of(Hypothesis.RIGHT, conventions.orUsual(), elementary, question)
                    .reportedLoss().ifPresent(Prediction.LossOfPass::value);
            return true;
        } catch (UndecidedSignException e) {
            return false;
        }
    }

    /** The conventions at kinks that the right answer depends on. */
    public static Set<Convention> kinks(Question question, Elementary elementary) {
        Set<Convention> met = EnumSet.noneOf(Convention.class);
        Conventions conventions = Conventions.usual();
        for (Convention convention : AT_KINKS) {
            conventions = conventions.without(convention);
        }
        while (true) {
            try {
                Prediction.of(Hypothesis.RIGHT, conventions, elementary, question);
                return met;
            } catch (OpenConventionException e) {
                met.add(e.convention());
                conventions = conventions.with(e.convention(), 0);
            }
        }
    }
}
