package org.stillpoint.check.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.TrainingQuestion;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;

/** A verdict for somebody at a terminal: first what came out, then why, then what it rests on. */
public final class VerdictText {

    private static final int MOST_NUMBERS = 8;
    private static final String INDENT = "  ";

    private final Verdict verdict;
    private final NumberText numbers;
    private final StringBuilder text = new StringBuilder();

    private VerdictText(Verdict verdict) {
        this.verdict = verdict;
        this.numbers = verdict.numbers();
    }

    /** @param page where the smallest case can be seen step by step, a sentence for the end of it */
    public static String of(Verdict verdict, String page) {
        return new VerdictText(verdict).write(page);
    }

    private String write(String page) {
        line(verdict.ability().name() + ": " + headline(verdict));
        line(asked());
        if (!verdict.isRight()) {
            diagnosis();
            verdict.smallest().ifPresent(smallest -> smallest(smallest, page));
        }
        conventions();
        laws();
        drifts();
        return text.toString();
    }

    /** As in {@code wrong in 31 of 400 cases}. */
    public static String headline(Verdict verdict) {
        String cases = CaseText.counted(verdict.cases(), "case");
        if (verdict.isRight()) {
            return "right in " + (verdict.cases() == 1 ? "1 case" : "all " + cases);
        }
        return verdict.wrong() == 0 ? "right in " + cases + ", but it remembers" : "wrong in " + verdict.wrong() + " of " + cases;
    }

    private String asked() {
        String unsupported = verdict.unsupported() == 0 ? ""
                : "; " + CaseText.counted(verdict.unsupported(), "more case") + " it does not support";
        return "Judged in " + verdict.ability().arithmetic().id() + " without a tolerance, seed " + verdict.seed()
                + unsupported + ".";
    }

    private void diagnosis() {
        line("");
        line("What is wrong");
        verdict.memory().ifPresent(memory -> {
            line(INDENT + memory.says() + ".");
            line(INDENT + "To do: " + memory.advice() + ".");
        });
        verdict.diagnosis().ifPresent(explanation -> {
            if (verdict.memory().isPresent()) {
                line(INDENT + DiagnosisText.BESIDE_MEMORY);
            }
            DiagnosisText.says(explanation.simplest()).forEach(sentence -> line(INDENT + sentence));
            DiagnosisText.advice(explanation.simplest()).forEach(sentence -> line(INDENT + "To do: " + sentence));
            line(INDENT + "This " + DiagnosisText.explains(explanation) + ".");
            List<String> others = DiagnosisText.others(explanation);
            if (!others.isEmpty()) {
                line(INDENT + "It cannot be told apart from:");
                others.forEach(other -> line(INDENT + INDENT + other));
            }
        });
        if (verdict.diagnosis().isEmpty() && verdict.memory().isEmpty()) {
            line(INDENT + "No mistake that is known here explains it.");
        }
        verdict.shape().forEach(sentence -> line(INDENT + sentence + "."));
    }

    private void smallest(Smallest smallest, String page) {
        line("");
        line("The smallest case: " + CaseText.brief(smallest.request()));
        if (smallest.requests().size() > 1) {
            line(INDENT + "it is the last of " + smallest.requests().size() + " requests to a fresh process:");
            for (int r = 0; r < smallest.requests().size(); r++) {
                line(INDENT + INDENT + (r + 1) + ". " + CaseText.brief(smallest.requests().get(r))
                        + repeated(smallest.requests(), r));
            }
        }
        network(smallest.request());
        line("");
        List<WrongNumber> wrong = smallest.wrong();
        wrong.stream().limit(MOST_NUMBERS).forEach(number -> {
            NumberText.Pair pair = numbers.pair(number.reported(), number.expected());
            line(INDENT + number.what() + ": yours " + pair.reported() + ", right " + pair.right());
        });
        if (wrong.size() > MOST_NUMBERS) {
            line(INDENT + "and " + (wrong.size() - MOST_NUMBERS) + " more");
        }
        line("");
        Observation.of(verdict, smallest).forEach(sentence -> line(INDENT + sentence));
        line(INDENT + page);
    }

    private static String repeated(List<Question> requests, int r) {
        int same = requests.indexOf(requests.get(r));
        return same < r ? " (the same as request " + (same + 1) + ")" : "";
    }

    private void network(Question question) {
        for (int l = 0; l < question.network().layers().size(); l++) {
            Layer layer = question.network().layers().get(l);
            line(INDENT + "layer " + (l + 1) + ": W = " + layer.weights().rows().stream().map(this::vector)
                    .collect(Collectors.joining(", ", "[", "]")) + layer.bias().map(bias -> ", b = " + vector(bias)).orElse("")
                    + ", " + layer.activation().id());
        }
        for (int i = 0; i < question.data().size(); i++) {
            line(INDENT + "sample " + (i + 1) + ": x = " + vector(question.data().inputs().get(i)) + ", y = "
                    + vector(question.data().targets().get(i)));
        }
        if (question instanceof TrainingQuestion training) {
            Settings settings = training.settings();
            line(INDENT + CaseText.counted(settings.steps(), "step") + " with rate " + numbers.of(settings.learningRate())
                    + ", batches of " + settings.batchSize() + setting("momentum", settings.momentum())
                    + setting("decay", settings.weightDecay()));
        }
        line(INDENT + "loss: " + question.loss().id());
    }

    private String setting(String name, BigFraction value) {
        return value.signum() == 0 ? "" : ", " + name + " " + numbers.of(value);
    }

    private String vector(Vector vector) {
        return vector.entries().stream().map(numbers::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private void conventions() {
        List<ShownConvention> shown = verdict.conventions().stream().filter(convention -> convention.way().isPresent()).toList();
        if (!shown.isEmpty()) {
            line("");
            line("Conventions, which are no mistakes");
            table(shown.stream().map(convention -> List.of(convention.convention().id(), convention.way().orElseThrow(),
                    convention.by().map(by -> "as in " + CaseText.brief(by)).orElse(""))).toList());
        }
        warning(verdict).ifPresent(warning -> line(INDENT + warning));
        List<String> notSeen = notSeen(verdict);
        if (!notSeen.isEmpty()) {
            line(INDENT + "not seen: " + String.join(", ", notSeen));
        }
    }

    /** What to know of a convention that is right, but not harmless. */
    public static Optional<String> warning(Verdict verdict) {
        return verdict.wayOf(Convention.PERCEPTRON_AT_0).filter("0"::equals).map(strict ->
                "perceptron-at-0 is 0: a network that begins with all weights and biases zero has margin 0, and never moves.");
    }

    /** The conventions that no answered case shows. */
    static List<String> notSeen(Verdict verdict) {
        return verdict.conventions().stream().filter(convention -> convention.way().isEmpty())
                .map(convention -> convention.convention().id()).toList();
    }

    private void laws() {
        if (verdict.laws().isEmpty()) {
            return;
        }
        line("");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Claim", "cases", "wrong"));
        verdict.laws().forEach(law -> rows.add(List.of(law.claim(), String.valueOf(law.cases()), String.valueOf(law.wrong()))));
        int widest = rows.stream().mapToInt(row -> row.get(0).length()).max().orElseThrow();
        rows.forEach(row -> line(INDENT + padded(row.get(0), widest) + right(row.get(1)) + right(row.get(2))));
    }

    private void drifts() {
        if (!verdict.drifts().isEmpty()) {
            line("");
            DriftText.lines(verdict.drifts()).forEach(this::line);
        }
    }

    private void table(List<List<String>> rows) {
        int first = rows.stream().mapToInt(row -> row.get(0).length()).max().orElseThrow();
        int second = rows.stream().mapToInt(row -> row.get(1).length()).max().orElseThrow();
        rows.forEach(row -> line(INDENT + padded(row.get(0), first) + INDENT + padded(row.get(1), second) + INDENT + row.get(2)));
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }

    private static String right(String number) {
        return " ".repeat(Math.max(1, 8 - number.length())) + number;
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
