package org.stillpoint.check.verdict;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.check.mistake.Prediction;
import org.stillpoint.check.mistake.Worked;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Place;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.check.rounding.Rounded;

/**
 * The smallest case that was found on which a program is wrong.
 *
 * @param requests all that a fresh process has to be asked, in order; the last one is answered wrongly
 * @param answer what the program said to the last request
 * @param expected what a right program says, with the conventions of this one
 * @param worked the way to it
 * @param wrong the numbers that differ, in the order of the answer; at least one
 */
public record Smallest(List<Question> requests, Answer.Numbers answer, Prediction expected, Worked worked,
                       List<WrongNumber> wrong) {

    public Smallest {
        requests = List.copyOf(requests);
        wrong = List.copyOf(wrong);
    }

    /** With the numbers that differ. */
    public static Smallest of(List<Question> requests, Answer.Numbers answer, Prediction expected, Worked worked) {
        return new Smallest(requests, answer, expected, worked, differing(requests.get(requests.size() - 1), answer, expected));
    }

    private static List<WrongNumber> differing(Question question, Answer.Numbers answer, Prediction expected) {
        List<WrongNumber> wrong = new ArrayList<>();
        List<Place> places = Place.of(question.network());
        for (int n : expected.wrongParameters(answer)) {
            wrong.add(new WrongNumber(name(question, places.get(n)), answer.parameters().get(n), expected.parameters().get(n)));
        }
        for (int i = 0; i < expected.outputs().size() && answer.outputs().isPresent(); i++) {
            for (int j = 0; j < expected.outputs().get(i).size(); j++) {
                add(wrong, "output of unit " + (j + 1) + " for sample " + (i + 1), answer.outputs().get().get(i).get(j),
                        expected.outputs().get(i).get(j));
            }
        }
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

    private static String name(Question question, Place place) {
        return question instanceof TrainingQuestion training
                ? place + " after " + CaseText.counted(training.settings().steps(), "step") : "gradient of the " + place;
    }

    /** The request that is answered wrongly. */
    public Question request() {
        return requests.get(requests.size() - 1);
    }
}
