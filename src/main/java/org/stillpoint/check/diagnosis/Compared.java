package org.stillpoint.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.check.mistake.Prediction;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.Rounded;
import org.stillpoint.check.verdict.WrongNumber;

/** The numbers of an answer beside those of a right program. */
final class Compared {

    private Compared() {
    }

    /** Those that differ: outputs, as they come first, then parameters, then the loss. */
    static List<WrongNumber> wrong(Question question, Answer.Numbers answer, Prediction expected) {
        List<WrongNumber> wrong = new ArrayList<>();
        if (answer.outputs().isPresent()) {
            for (int i = 0; i < expected.outputs().size(); i++) {
                for (int j = 0; j < expected.outputs().get(i).size(); j++) {
                    add(wrong, "output " + (j + 1) + " for sample " + (i + 1), answer.outputs().get().get(i).get(j),
                            expected.outputs().get(i).get(j));
                }
            }
        }
        List<Place> places = Place.of(question.network());
        String kind = question instanceof TrainingQuestion ? "trained " : "gradient of the ";
        IntStream.range(0, places.size()).forEach(n ->
                add(wrong, kind + places.get(n), answer.parameters().get(n), expected.parameters().get(n)));
        if (expected.reportedLoss().isPresent() && answer.loss().isPresent()) {
            add(wrong, "loss", answer.loss().get(), expected.reportedLoss().get().value());
        }
        return wrong;
    }

    private static void add(List<WrongNumber> wrong, String what, Reported reported, Rounded expected) {
        if (!Prediction.admits(expected, reported)) {
            wrong.add(new WrongNumber(what, reported, expected));
        }
    }
}
