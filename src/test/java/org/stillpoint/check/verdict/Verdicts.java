package org.stillpoint.check.verdict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.Mistake;
import org.stillpoint.check.mistake.Mistakes;
import org.stillpoint.check.mistake.Prediction;
import org.stillpoint.check.mistake.Scope;
import org.stillpoint.check.mistake.Worked;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.FloatFormat;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/** Verdicts on programs that make a mistake, or none, in small cases that can be worked out by hand. */
public final class Verdicts {

    private static final Elementary FLOAT64 = new Elementary(FloatFormat.FLOAT64, 4);

    /** z = -2 in the hidden unit, so that relu passes nothing on; the output is 1, its target 4. */
    public static final Question SILENT = new GradientQuestion(Network.of(
            new Layer(Matrix.of(Vector.of("2", "1")), Optional.of(Vector.of("-5")), Activation.RELU),
            new Layer(Matrix.of(Vector.of("4")), Optional.of(Vector.of("1")), Activation.IDENTITY)),
            new DataSet(List.of(Vector.of("1", "1")), List.of(Vector.of("4"))), Loss.SQUARED);

    /** w = 1 and x = 1, with target 3, so that the gradient is -2. */
    public static final Network LINE = Network.of(
            new Layer(Matrix.of(Vector.of("1")), Optional.empty(), Activation.IDENTITY));
    private static final DataSet POINT = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("3")));

    public static final Question LINEAR = new GradientQuestion(LINE, POINT, Loss.SQUARED);

    /** Two steps of 1/4: w = 1, 1.5, 1.875. */
    public static final Question TWO_STEPS = new TrainingQuestion(LINE, POINT, new Settings(Loss.SQUARED,
            new BigFraction(1, 4), 2, 1,
            BigFraction.ZERO, BigFraction.ZERO, BigFraction.ZERO));

    private Verdicts() {
    }

    static Mistake mistake(String id) {
        return Mistakes.all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** 400 cases, of them 31 wrong, which a slope that is left out explains. */
    public static Verdict slopeLeftOut() {
        Hypothesis left = Hypothesis.RIGHT.and(mistake("activation-slope-left-out"), Scope.HIDDEN);
        Hypothesis other = Hypothesis.RIGHT.and(mistake("slope-at-activation"), Scope.ALL);
        return verdict("my <net> & \"co\"", 31, Optional.empty(), Optional.of(new Explanation(List.of(left, other), 31, 31)),
                List.of(), Optional.of(answered(List.of(SILENT), "-12.0", "-12.0", "-12.0", "0.0", "-3.0").smallest()));
    }

    public static Verdict right() {
        return verdict("my net", 0, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    /** The gradient is added to that of the request before. */
    public static Verdict addedUp() {
        return verdict("my net", 12, Optional.of(Memory.ADDED_UP), Optional.empty(), List.of(),
                Optional.of(answered(List.of(LINEAR, LINEAR), "-4.0").smallest()));
    }

    /** Nothing explains it. */
    public static Verdict unexplained(String... parameters) {
        return verdict("my net", 31, Optional.empty(), Optional.empty(), List.of("Only weights are wrong, no bias"),
                Optional.of(answered(List.of(LINEAR), parameters).smallest()));
    }

    /** A wrong answer to {@link #SILENT} that nothing explains. */
    public static Verdict silent(String... parameters) {
        return verdict("my net", 31, Optional.empty(), Optional.empty(), List.of(),
                Optional.of(answered(List.of(SILENT), parameters).smallest()));
    }

    public static Verdict trained(String weight) {
        return verdict("my net", 31, Optional.empty(), Optional.empty(), List.of(),
                Optional.of(answered(List.of(TWO_STEPS), weight).smallest()));
    }

    private static Verdict verdict(String name, int wrong, Optional<Memory> memory, Optional<Explanation> diagnosis,
                                   List<String> shape, Optional<Smallest> smallest) {
        List<ShownConvention> conventions = List.of(
                new ShownConvention(Convention.RELU_AT_0, Optional.of("0"), Optional.of(SILENT)),
                new ShownConvention(Convention.HINGE_AT_1, Optional.empty(), Optional.empty()));
        List<LawCount> laws = List.of(new LawCount("LAW-1", 120, wrong), new LawCount("ZERO-1", 280, 0));
        return new Verdict(Ability.defaults(name), 7, 400, wrong, 3, conventions, laws, memory, diagnosis, shape, smallest,
                List.of());
    }

    private static Answered answered(List<Question> requests, String... parameters) {
        return new Answered(requests, List.of(parameters));
    }

    /** What a program says to the last of some requests. */
    private record Answered(List<Question> requests, List<String> parameters) {

        Smallest smallest() {
            Question question = requests.get(requests.size() - 1);
            Answer.Numbers answer = new Answer.Numbers(parameters.stream().map(Answered::reported).toList(), Optional.empty(),
                    Optional.empty());
            Prediction right = Prediction.of(Hypothesis.RIGHT, Conventions.usual(), FLOAT64, question);
            List<WrongNumber> wrong = new ArrayList<>();
            IntStream.range(0, parameters.size()).filter(n -> right.wrongParameters(answer).contains(n)).forEach(n ->
                    wrong.add(new WrongNumber("gradient of the " + Place.of(question.network()).get(n),
                            answer.parameters().get(n),
                            right.parameters().get(n))));
            return new Smallest(requests, answer, right, Worked.right(Conventions.usual(), FLOAT64, question), wrong);
        }

        private static Reported reported(String text) {
            return text.equals("NaN") ? Reported.notFinite(text)
                    : Reported.of(FloatFormat.FLOAT64.read(new BigDecimal(text)), text);
        }
    }
}
