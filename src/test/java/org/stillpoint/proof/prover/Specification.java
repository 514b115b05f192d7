package org.stillpoint.proof.prover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that the prover reads, in the layout of this repository, and copies of them with changed sources. */
public final class Specification {

    private static final Path KERNEL = Path.of("src/main/java/org/stillpoint/kernel");
    private static final Path GRAPH = KERNEL.resolve("graph");
    private static final Path NUMBERS = GRAPH.resolve("number");
    private static final Path OPERATION = GRAPH.resolve("Operation.java");
    private static final String THEOREMS = "theorem";
    private static final Path SPECS = Path.of("specs");
    private static final Path STUBS = SPECS.resolve("stubs");
    private static final Path THEORY = SPECS.resolve("theory");
    private static final String OF_THEOREMS = "theorems";
    private static final String OF_PROGRAMS = "graph";
    private static final String PROBLEM = "kernel.key";
    private static final String PROBLEM_OF_PROGRAMS = "graph.key";
    private static final String PROBLEM_OF_NUMBERS = "numbers.key";
    private static final Pattern LEMMA = Pattern.compile("^  lemma\\w+ \\{", Pattern.MULTILINE);
    private static final Pattern INCLUDE = Pattern.compile("\\\\include ([^;]+);");

    private final Path root;

    private Specification(Path root) {
        this.root = root;
    }

    public static Specification ofThisBuild() {
        return new Specification(Path.of(""));
    }

    /** The kernel's contracts, with the theory and the stubs. */
    public Path problem() {
        return problem(PROBLEM);
    }

    /** The contracts of programs, with their theory. */
    public Path problemOfPrograms() {
        return problem(PROBLEM_OF_PROGRAMS);
    }

    /** The contracts of the operations on numbers, with the arithmetic that they need. */
    public Path problemOfNumbers() {
        return problem(PROBLEM_OF_NUMBERS);
    }

    /** The problems that classes of theorems build on: each stands for all that it includes. */
    public List<Path> foundations() {
        return List.of(problem(), problemOfPrograms());
    }

    /** The contracts with the rules of one class of theorems, by its name: {@code specs/Euler.key} for {@code Euler}. */
    public Path problemOf(String theorems) {
        return problem(theorems + ".key");
    }

    private Path problem(String name) {
        return root.resolve(SPECS).resolve(name).toAbsolutePath();
    }

    /** The classes of theorems, by name: those about networks, then those about programs. */
    public List<String> theorems() {
        return Stream.of(KERNEL, GRAPH).flatMap(place -> theoremsIn(place).stream()).toList();
    }

    private List<String> theoremsIn(Path place) {
        return filesUnder(root.resolve(place).resolve(THEOREMS), ".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", "")).toList();
    }

    /**
     * The definitions and the lemmas of a class of theorems, by its name: {@code Euler.key} and {@code EulerLemmas.key} for
     * {@code Euler}. Those about programs have no words but those of all programs.
     */
    public List<Path> theoryOf(String theorems) {
        if (theoremsIn(GRAPH).contains(theorems)) {
            return List.of();
        }
        Path folder = root.resolve(THEORY).resolve(OF_THEOREMS).toAbsolutePath();
        return List.of(folder.resolve(theorems + ".key"), folder.resolve(theorems + "Lemmas.key"));
    }

    /** The file that the proof of a contract starts from. */
    public Path problemFor(String contract) {
        String type = contract.substring(0, contract.indexOf('.'));
        if (theorems().contains(type)) {
            return problemOf(type);
        }
        Path source = sourceOf(type);
        if (source.startsWith(root.resolve(NUMBERS))) {
            return problemOfNumbers();
        }
        return source.startsWith(root.resolve(GRAPH)) ? problemOfPrograms() : problem();
    }

    private Path sourceOf(String type) {
        return sources().stream().filter(source -> source.endsWith(type + ".java")).findFirst().orElseThrow();
    }

    /**
     * Everything that the proof of a contract is read from: its problem with what that includes, the stubs, and the sources of
     * its place but other theorems.
     */
    public List<Path> inputsOf(String contract) {
        String type = contract.substring(0, contract.indexOf('.'));
        SortedSet<Path> inputs = new TreeSet<>(stubs());
        inputs.addAll(sourcesFor(sourceOf(type)));
        inputs.addAll(rulesOf(Path.of("").toAbsolutePath().relativize(problemFor(contract))));
        return List.copyOf(inputs);
    }

    /**
     * Everything that the proofs of a file's lemmas are read from: that file and what it includes, in the order of the rules, and
     * the stubs. A problem's lemmas also name classes of the source, those of the theory none but the stubs.
     */
    public List<Path> inputsOfLemmas(Path file) {
        Path relative = Path.of("").toAbsolutePath().relativize(file);
        List<Path> inputs = new ArrayList<>(rulesOf(relative));
        inputs.addAll(stubs());
        if (problems().contains(file)) {
            inputs.addAll(theorems().stream().filter(theorems -> problemOf(theorems).equals(file)).findFirst()
                    .map(theorems -> sourcesFor(sourceOf(theorems)))
                    .orElse(file.equals(problemOfNumbers()) ? sourcesOfNumbers()
                    : sourcesIn(file.equals(problem()) ? KERNEL : GRAPH)));
        }
        return inputs;
    }

    /**
     * A source with those that its methods call or answer: all that stand in the package of networks or of programs, in or below
     * which it stands. Neither calls the other. An operation on numbers answers the contracts of operations, and calls what
     * stands beside it.
     */
    private List<Path> sourcesFor(Path source) {
        if (source.startsWith(root.resolve(NUMBERS))) {
            return sourcesOfNumbers();
        }
        List<Path> place = sourcesIn(source.startsWith(root.resolve(GRAPH)) ? GRAPH : KERNEL);
        return sources().stream().filter(other -> place.contains(other) || other.equals(source)).toList();
    }

    private List<Path> sourcesOfNumbers() {
        return Stream.of(List.of(root.resolve(OPERATION)), sourcesIn(NUMBERS)).flatMap(List::stream).toList();
    }

    private List<Path> sourcesIn(Path place) {
        return sources().stream().filter(source -> source.getParent().equals(root.resolve(place))).toList();
    }

    /**
     * The files that a problem or a file of the theory has its rules from, each after those that it includes, itself last. A file
     * of the theory includes others of its folder only, and takes what its problem reads before it for granted: its class's, that
     * of programs, or the kernel's.
     */
    public List<Path> rulesOf(Path file) {
        List<Path> rules = new ArrayList<>();
        if (isTheory(file)) {
            Path problem = problemReading(file);
            Path read = file.isAbsolute() ? problem : Path.of("").toAbsolutePath().relativize(problem);
            addRules(read, rules);
            rules.remove(read);
        }
        addRules(file, rules);
        return List.copyOf(rules.subList(0, rules.indexOf(file) + 1));
    }

    private boolean isTheory(Path file) {
        return file.toAbsolutePath().startsWith(root.resolve(THEORY).toAbsolutePath());
    }

    private Path problemReading(Path theory) {
        if (theory.getParent().endsWith(OF_THEOREMS)) {
            return problemOf(theory.getFileName().toString().replaceFirst("(Lemmas)?\\.key$", ""));
        }
        return theory.getParent().endsWith(OF_PROGRAMS) ? problemOfPrograms() : problem();
    }

    private static void addRules(Path file, List<Path> rules) {
        for (Matcher include = INCLUDE.matcher(read(file)); include.find(); ) {
            for (String included : include.group(1).replace("\"", "").split(",\\s*")) {
                addRules(file.resolveSibling(included).normalize(), rules);
            }
        }
        if (!rules.contains(file)) {
            rules.add(file);
        }
    }

    /** The kernel's problem and those of its theorems, then those of programs, then that of the operations on numbers. */
    public List<Path> problems() {
        return Stream.of(problemsOfNetworks(), List.of(problemOfPrograms()), problemsOf(GRAPH), List.of(problemOfNumbers()))
                .flatMap(List::stream).toList();
    }

    /** The kernel's problem and those of the theorems about networks. */
    List<Path> problemsOfNetworks() {
        return Stream.of(List.of(problem()), problemsOf(KERNEL)).flatMap(List::stream).toList();
    }

    private List<Path> problemsOf(Path place) {
        return theoremsIn(place).stream().map(this::problemOf).toList();
    }

    /** The problems that stand for all that they include, then each other file of rules that has lemmas. */
    public List<Path> filesOfLemmas() {
        List<Path> included = foundations().stream().flatMap(problem -> rulesOf(problem).stream()).toList();
        Stream<Path> files = problems().stream().flatMap(problem -> rulesOf(problem).stream()).distinct()
                .filter(file -> !included.contains(file) && LEMMA.matcher(read(file)).find());
        return Stream.concat(foundations().stream(), files).toList();
    }

    /** A problem with the rules of these files and no others, written to a file of this virtual machine. */
    Path problemWith(List<Path> rules) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "specifications").toAbsolutePath());
            Path problem = Files.createTempFile(folder, "problem", ".key");
            problem.toFile().deleteOnExit();
            StringBuilder text = new StringBuilder();
            text.append(place("classpath", folder, root.resolve(SPECS).resolve("stubs")))
                    .append(place("javaSource", folder, root.resolve(KERNEL)));
            rules.forEach(file -> text.append(place("include", folder, file)));
            return Files.writeString(problem, text + "\\problem { true }\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(String kind, Path from, Path place) {
        return "\\" + kind + " \"" + from.relativize(place.toAbsolutePath()).toString().replace('\\', '/') + "\";\n";
    }

    public List<Path> sources() {
        return filesUnder(root.resolve(KERNEL), ".java");
    }

    public List<Path> theories() {
        return filesUnder(root.resolve(THEORY), ".key");
    }

    public List<Path> stubs() {
        return filesUnder(root.resolve(SPECS).resolve("stubs"), ".java");
    }

    /**
     * A copy in a directory of its own.
     *
     * @param source gives the text of a Java source in the copy, from its file name and its text here
     */
    public Specification copy(String name, BiFunction<String, String, String> source) {
        return copy(name, ".java", source);
    }

    /** The same of the files of rules. */
    public Specification copyWithRules(String name, BiFunction<String, String, String> rules) {
        return copy(name, ".key", rules);
    }

    private Specification copy(String name, String kind, BiFunction<String, String, String> changed) {
        Path target = Path.of("target", "specifications", name).toAbsolutePath();
        for (Path file : Stream.of(sources(), theories(), stubs(), foundations(), List.of(problemOfNumbers()))
                .flatMap(List::stream).toList()) {
            Path relative = root.toAbsolutePath().relativize(file.toAbsolutePath());
            String text = read(file);
            boolean changes = relative.toString().endsWith(kind) && !relative.startsWith(STUBS);
            write(target.resolve(relative), changes ? changed.apply(relative.getFileName().toString(), text) : text);
        }
        return new Specification(target);
    }

    /** This specification with another problem to prove in place of {@code true}. */
    Specification withProblem(String formula) {
        Path file = problem();
        write(file, read(file).replaceAll("\\\\problem\\s*\\{[^}]*}", "\\\\problem { " + formula + " }"));
        return this;
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesUnder(Path directory, String suffix) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix) && !file.endsWith("package-info.java")).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
