package org.stillpoint.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stillpoint.check.diagnosis.Judge;
import org.stillpoint.check.diagnosis.NoVerdictException;
import org.stillpoint.check.diagnosis.Twins;
import org.stillpoint.check.protocol.Programs;
import org.stillpoint.check.question.NoAnswerException;
import org.stillpoint.check.question.Respondent;
import org.stillpoint.check.suite.SuiteName;
import org.stillpoint.check.verdict.Drift;
import org.stillpoint.check.verdict.Gradescope;
import org.stillpoint.check.verdict.JUnitXml;
import org.stillpoint.check.verdict.Verdict;
import org.stillpoint.check.verdict.VerdictJson;
import org.stillpoint.check.verdict.VerdictText;
import org.stillpoint.format.Json;
import org.stillpoint.format.OutputFile;
import org.stillpoint.report.SmallestCasePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges somebody else's backpropagation. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Stillpoint.Version.class,
        customSynopsis = "stillpoint check [OPTIONS] -- COMMAND [ARG...]",
        description = {"Judge a program's backpropagation without a tolerance: whether it is right, the smallest case in which "
                + "it is wrong, and the mistake that explains it.",
            "COMMAND is started and asked in lines of JSON on its standard input; it answers each with a line of JSON on its "
                + "standard output."},
        footer = {"", "Exit code 0 if nothing is wrong, 1 if something is, 2 if the program cannot be started, breaks the "
                + "protocol or takes too long.",
            "A number is wrong if no order of rounding errors gives it; conventions, such as the slope of relu at 0, are found "
                + "out and reported. With --suite training it is also followed whether hidden units that start equal part, which "
                + "is no mistake."})
final class CheckCommand implements Callable<Integer> {

    private static final int MAX_CASES = 100_000;
    private static final int MAX_SECONDS = 86_400;
    private static final int NO_VERDICT = 2;

    @Option(names = "--suite", defaultValue = "all", converter = SuiteNameConverter.class, paramLabel = "SUITE",
            description = "What is asked: all, smooth, kinks, starts or training (default: ${DEFAULT-VALUE}).")
    private SuiteName suite;

    @Option(names = "--cases", defaultValue = "400", paramLabel = "N",
            description = "How many cases are asked (default: ${DEFAULT-VALUE}).")
    private int cases;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S",
            description = "The seed, a 64-bit integer, of the cases that are drawn; the same seed asks the same "
                    + "(default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--timeout", defaultValue = "10", paramLabel = "SECONDS",
            description = "How long each answer may take (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--json", description = "The verdict as JSON.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE",
            description = "Write a page there that shows the smallest wrong case step by step.")
    private String html;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the verdict there as a report of JUnit, XML.")
    private String junit;

    @Option(names = "--gradescope", paramLabel = "FILE",
            description = "Write the verdict there as Gradescope's results.json.")
    private String gradescope;

    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The program, with arguments, behind --.")
    private List<String> command;

    private final Terminal terminal;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        requireRange("--cases", cases, MAX_CASES);
        requireRange("--timeout", timeout, MAX_SECONDS);
        requireFiles();
        try {
            Programs programs = new Programs(command, Duration.ofSeconds(timeout));
            Verdict verdict = Judge.judge(programs, suite, cases, seed).withDrifts(drifts(programs));
            write(verdict);
            return verdict.isRight() ? 0 : 1;
        } catch (NoVerdictException e) {
            throw new UsageException(e.getMessage());
        } catch (NoAnswerException e) {
            terminal.err().println("stillpoint: " + e.getMessage());
            e.lastLines().forEach(line -> terminal.err().println("    " + line));
            return NO_VERDICT;
        }
    }

    private List<Drift> drifts(Programs programs) {
        if (suite != SuiteName.TRAINING) {
            return List.of();
        }
        try (Respondent respondent = programs.start()) {
            return Twins.follow(respondent, Twins.SHORT);
        }
    }

    private static void requireRange(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new UsageException(option + " " + value + ", expected 1 to " + most);
        }
    }

    /** Before anything is started, so that no verdict is lost. */
    private void requireFiles() {
        Map<String, String> options = new HashMap<>();
        files().forEach((option, file) -> {
            if (file.equals("-")) {
                throw new UsageException(option + " -, expected a file, as the verdict is on standard output");
            }
            if (options.containsKey(file)) {
                throw new UsageException(option + " " + file + " is the file of " + options.get(file) + ", expected another");
            }
            options.put(file, option);
            OutputFile.requireWritable(file);
        });
    }

    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("--html", html);
        files.put("--junit", junit);
        files.put("--gradescope", gradescope);
        files.values().removeIf(file -> file == null);
        return files;
    }

    private void write(Verdict verdict) {
        if (html != null) {
            OutputFile.write(html, SmallestCasePage.render(verdict));
        }
        if (junit != null) {
            OutputFile.write(junit, JUnitXml.of(verdict));
        }
        if (gradescope != null) {
            OutputFile.write(gradescope, Json.write(Gradescope.write(verdict)));
        }
        terminal.write(null, json ? Json.write(VerdictJson.write(verdict)) : VerdictText.of(verdict, html == null
                ? "--html FILE shows it step by step." : html + " shows it step by step."));
    }
}
