package org.stillpoint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.OutputFile;
import org.stillpoint.lint.Examiner;
import org.stillpoint.lint.Linter;
import org.stillpoint.lint.finding.LintedFile;
import org.stillpoint.lint.finding.Severity;
import org.stillpoint.lint.report.LintJson;
import org.stillpoint.lint.report.LintSarif;
import org.stillpoint.lint.report.LintText;
import org.stillpoint.lint.survey.NearTwins;
import org.stillpoint.modelfile.ModelFiles;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.report.LintPage;
import org.stillpoint.tensor.Tensor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what is stuck, dead or duplicated in model files. */
@Command(name = "lint", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        description = {"Look at the weights of model files, fresh or trained: what is stuck, dead or duplicated, what says so, "
                + "and what may be taken away.",
            "Zeros and equal weights are decided exactly. A finding rests on a certificate that a proved checker accepted, or is "
                + "called a heuristic; zeros that do no harm are named as such."},
        footer = {"", "Units are counted from 0. Exit code 0 if nothing is found at or above --fail-on, 1 if something is, 2 if "
                + "a file cannot be read: the others are reported all the same."})
final class LintCommand implements Callable<Integer> {

    private static final int BAD_INPUT = 2;

    @Parameters(paramLabel = "FILE", arity = "1..*",
            description = "ONNX, safetensors, npy, npz, Keras, PyTorch, TensorFlow.js, .nnet, or a network as JSON; - for "
                    + "standard input.")
    private List<String> files;

    @Option(names = "--format", defaultValue = "text", converter = LintFormat.Converter.class, paramLabel = "FORMAT",
            description = "text, json or sarif (default: ${DEFAULT-VALUE}).")
    private LintFormat format;

    @Option(names = "--fail-on", defaultValue = "warning", converter = SeverityConverter.class, paramLabel = "SEVERITY",
            description = "From which severity on a finding makes the exit code 1: error, warning or note (default: "
                    + "${DEFAULT-VALUE}).")
    private Severity failOn;

    @Option(names = "--near", converter = ExactNumberConverter.class, paramLabel = "Q",
            description = "Also name pairs of units whose weights differ by at most Q times the largest of them, 0 < Q <= 1/2; a "
                    + "heuristic.")
    private BigFraction near;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page there with the layers as a picture.")
    private String html;

    @Option(names = "--data", paramLabel = "FILE",
            description = "Also say which units are dead, constant or equal on this data, computed exactly: JSON, CSV with the "
                    + "target in the last column, or .npy with samples along the first axis.")
    private String data;

    @Option(names = "--simplify", paramLabel = "OUT",
            description = "Write an ONNX file there without the units that can go: those that nothing reads, constants, "
                    + "equal ones.")
    private String out;

    @Option(names = "--demonstrate",
            description = "Train a small model exactly for some steps, and show that what is said of its weights holds.")
    private boolean demonstrates;

    private final Terminal terminal;
    private final Examiner examiner;

    LintCommand(Terminal terminal, Examiner examiner) {
        this.terminal = terminal;
        this.examiner = examiner;
    }

    @Override
    public Integer call() {
        requireSensible();
        Optional<Tensor> inputs = Optional.ofNullable(data).map(name -> LintData.read(terminal, name));
        List<LintedFile> linted = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        StringBuilder done = new StringBuilder();
        for (String file : files) {
            refusing(refused, () -> linted.add(lint(file, inputs, done)));
        }
        if (out != null && refused.isEmpty()) {
            refusing(refused, () -> done.append(LintOutcome.simplified(linted.get(0), out)));
        }
        int exitCode = exitCode(linted, refused);
        if (html != null) {
            OutputFile.write(html, LintPage.render(linted));
        }
        boolean text = format == LintFormat.TEXT;
        terminal.write(null, written(linted, refused, exitCode) + (text && done.length() > 0 ? "\n" + done : ""));
        if (!text) {
            terminal.err().print(done);
        }
        refused.forEach(what -> Main.refuse(terminal, what));
        return exitCode;
    }

    private static void refusing(List<String> refused, Runnable work) {
        try {
            work.run();
        } catch (FormatException e) {
            refused.add(e.getMessage());
        }
    }

    /** Before anything is read, so that nothing is lost. */
    private void requireSensible() {
        if (near != null && (near.signum() <= 0 || near.compareTo(NearTwins.LARGEST_Q) > 0)) {
            throw new UsageException("--near " + ExactNumber.write(near)
                    + ", expected a number above 0, at most 1/2; units that are equal are found without it");
        }
        LintPlaces.requireSensible(files, Optional.ofNullable(data), Optional.ofNullable(html), Optional.ofNullable(out));
    }

    /** @param done what was done beside finding is added to it, in words */
    private LintedFile lint(String file, Optional<Tensor> inputs, StringBuilder done) {
        ProgressLine line = new ProgressLine(terminal);
        LintOutcome.Kept kept = new LintOutcome.Kept(examiner);
        Linter linter = new Linter(kept, Optional.ofNullable(near));
        try (ModelFile model = ModelFiles.open(file, terminal.in())) {
            LintedFile linted = inputs.map(linter::on).orElse(linter).lint(model, new ReadingProgress(line, file, model));
            if (demonstrates) {
                done.append(kept.shown(file));
            }
            return linted;
        } catch (IOException e) {
            throw LintOutcome.unreadable(file, e);
        } catch (ArithmeticException e) {
            throw new FormatException(file + ": " + e.getMessage() + ", expected numbers that a binary64 holds exactly");
        } finally {
            line.clear();
        }
    }

    private int exitCode(List<LintedFile> linted, List<String> refused) {
        boolean fails = linted.stream().flatMap(file -> file.worst().stream()).anyMatch(worst -> worst.isAtLeast(failOn));
        return !refused.isEmpty() ? BAD_INPUT : fails ? 1 : 0;
    }

    private String written(List<LintedFile> linted, List<String> refused, int exitCode) {
        return switch (format) {
            case TEXT -> linted.isEmpty() ? "" : LintText.of(linted);
            case JSON -> Json.write(LintJson.write(linted));
            case SARIF -> Json.write(LintSarif.write(linted, refused, exitCode, Stillpoint.Version.number()));
        };
    }
}
