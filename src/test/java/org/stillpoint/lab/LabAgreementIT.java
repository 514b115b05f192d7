package org.stillpoint.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.browser.Browser;
import org.stillpoint.browser.Tab;
import org.stillpoint.domain.Named;
import org.stillpoint.domain.RationalActivation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.generation.Start;
import org.stillpoint.report.LabPage;
import tools.jackson.databind.JsonNode;

/**
 * The engine of the packed lab in a real browser against the same engine on this virtual machine: whole trainings as text, every
 * fraction of every state, the passes among them.
 */
class LabAgreementIT {

    private static final int RUNS = 300;
    private static final long SEED = Long.getLong("stillpoint.seed", System.currentTimeMillis());
    private static final String GRID = "{\"xs\":[\"-2\",\"-1/3\",\"0\",\"3/2\"],\"ys\":[\"-1\",\"0\",\"5/4\"]}";
    private static final Pattern NUMBER = Pattern.compile("\"-?[0-9]+(/[0-9]+)?\"");
    private static final Duration LIMIT = Duration.ofSeconds(120);

    /** Asks the page's engine for everything of a run; each answer as text, as the engine has written it. */
    private static final String ASK = """
            (async (problem, steps, grid) => {
              const answers = [];
              const add = async asked => {
                try {
                  answers.push(JSON.stringify(await asked));
                } catch (failure) {
                  answers.push(JSON.stringify({ error: failure.message, step: failure.step }));
                }
              };
              await add(agreement.begin('a', problem));
              await add(agreement.at('a', steps));
              for (let n = steps - 1; n >= 0; n--) {
                await add(agreement.at('a', n));
              }
              await add(agreement.curve('a', steps));
              await add(agreement.until('a', 2 * steps));
              await add(agreement.regions('a', 1, grid));
              return answers;
            })(%s, %d, %s)""";

    @TempDir
    Path folder;

    @Test
    void everyRunIsTheSameInTheBrowserAndOnTheVirtualMachine() throws IOException {
        List<RandomProblem> problems = new Random(SEED).longs(RUNS).mapToObj(RandomProblem::of).toList();
        List<List<String>> expected = onTheVirtualMachine(problems);
        long begun = System.nanoTime();
        try (Browser browser = Browser.start()) {
            Tab tab = browser.tab();
            tab.open(lab());
            tab.evaluate("window.agreement = LabEngine.open(), 0");
            for (int i = 0; i < RUNS; i++) {
                assertThat(inTheBrowser(tab, problems.get(i))).as("seed %s, run %s: %s", SEED, i, problems.get(i).text())
                        .isEqualTo(expected.get(i));
            }
        }
        requireEveryKind(problems);
        tell(expected, Duration.ofNanos(System.nanoTime() - begun));
    }

    private Path lab() throws IOException {
        try (InputStream in = LabPage.class.getClassLoader().getResourceAsStream(LabPage.RESOURCE)) {
            assertThat(in).as(LabPage.RESOURCE).isNotNull();
            Path page = folder.resolve("lab.html");
            Files.copy(in, page);
            return page;
        }
    }

    private static List<String> inTheBrowser(Tab tab, RandomProblem problem) {
        JsonNode answers = tab.evaluate(ASK.formatted(problem.text(), problem.steps(), GRID), LIMIT);
        return StreamSupport.stream(answers.spliterator(), false).map(JsonNode::asString).toList();
    }

    /** One session for all of them, as in the browser: a problem that is refused leaves the run before it. */
    private static List<List<String>> onTheVirtualMachine(List<RandomProblem> problems) {
        Session session = new Session();
        return problems.stream().map(problem -> answers(session, problem)).toList();
    }

    private static List<String> answers(Session session, RandomProblem problem) {
        List<String> answers = new ArrayList<>();
        answers.add(session.begin("a", problem.text()));
        IntStream.rangeClosed(0, problem.steps()).forEach(back -> answers.add(session.at("a", problem.steps() - back)));
        answers.add(session.curve("a", problem.steps()));
        answers.add(session.until("a", 2 * problem.steps()));
        answers.add(session.regions("a", 1, GRID));
        return answers;
    }

    /** Two hundred runs or more that are the same for want of anything in them would say nothing. */
    private static void requireEveryKind(List<RandomProblem> problems) {
        Set<String> words = new HashSet<>();
        problems.forEach(problem -> words.addAll(List.of(problem.text().split("\""))));
        assertThat(Stream.of(RationalActivation.all(), List.of(RationalLoss.values()), List.of(Start.values()),
                List.of(NamedData.values())).flatMap(List::stream).map(named -> ((Named) named).id())).allMatch(words::contains);
    }

    private static void tell(List<List<String>> runs, Duration time) {
        List<String> answers = runs.stream().flatMap(List::stream).toList();
        List<Integer> numbers = answers.stream().flatMap(answer -> NUMBER.matcher(answer).results())
                .map(found -> found.end() - found.start() - 2).toList();
        long refused = runs.stream().filter(run -> run.get(0).startsWith("{\"error\"")).count();
        System.out.println("Lab: " + (RUNS - refused) + " runs in the browser are those of the virtual machine, "
                + numbers.size() + " numbers, the longest of " + numbers.stream().max(Integer::compare).orElseThrow()
                + " characters; " + refused + " problems refused alike; " + time.toMillis() + " ms, seed " + SEED);
        assertThat(RUNS - refused).isGreaterThanOrEqualTo(200);
    }
}
