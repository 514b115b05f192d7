package org.stillpoint.proof.runnable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.stillpoint.contract.Blocks;
import org.stillpoint.contract.Certificates;
import org.stillpoint.contract.Directions;
import org.stillpoint.contract.Heads;
import org.stillpoint.contract.Heap;
import org.stillpoint.contract.Memory;
import org.stillpoint.contract.MemoryPrograms;
import org.stillpoint.contract.MemoryShapes;
import org.stillpoint.contract.MemoryTraining;
import org.stillpoint.contract.MemoryUnits;
import org.stillpoint.contract.MemoryZeros;
import org.stillpoint.contract.Programs;
import org.stillpoint.contract.Scales;
import org.stillpoint.contract.Shapes;
import org.stillpoint.contract.Splits;
import org.stillpoint.contract.StillUnits;
import org.stillpoint.contract.Training;
import org.stillpoint.contract.Units;
import org.stillpoint.contract.Values;
import org.stillpoint.contract.Views;
import org.stillpoint.contract.Zeros;
import org.stillpoint.proof.prover.SourceMethods;
import org.stillpoint.proof.prover.SourceMethods.SourceMethod;
import org.stillpoint.proof.prover.Specification;

/**
 * A method of the kernel, or of a stub, with its contract, as it stands in the source, in a form that runs: each part of a
 * precondition and a postcondition is compiled with the words of {@code org.stillpoint.contract}. The method of a stub that runs
 * is the real one.
 */
final class RunnableContract {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final List<Class<?>> WORDS = List.of(Views.class, Values.class, Shapes.class, Training.class, Zeros.class,
            Units.class, Memory.class, MemoryShapes.class, MemoryTraining.class, MemoryZeros.class, MemoryUnits.class,
            Directions.class, StillUnits.class, Heads.class, Blocks.class, Scales.class, Splits.class, MemoryPrograms.class,
            Programs.class, Certificates.class);
    /** The words that look into memory, which KeY says of the state of the memory that is meant. */
    private static final Set<String> OF_MEMORY = WORDS.stream().flatMap(words -> Stream.of(words.getMethods()))
            .filter(word -> word.getParameterCount() > 0 && word.getParameterTypes()[0] == Heap.class).map(Method::getName)
            .collect(Collectors.toSet());
    private static final Pattern WORD = Pattern.compile("\\\\dl_(\\w+)\\(");
    private static final Pattern QUANTIFIER = Pattern.compile("\\(\\\\forall int (\\w+); ([^;]+);");
    private static final String BEFORE = "before";
    private static final Pattern CONTRACT = Pattern.compile("(?s)/\\*@ public normal_behavior\\s(.*?)@\\*/");
    private static final Pattern INHERITED = Pattern.compile("\\bclass \\w+ implements (\\w+)");

    /**
     * A part of a precondition or a postcondition, that is, what stands between two {@code &&} outside parentheses.
     *
     * @param check a static method that takes what a call is made of; for a postcondition after the objects that there were
     *     before, and the result
     */
    record Part(String text, Method check) {

        boolean holds(List<Object> arguments) {
            try {
                return (boolean) check.invoke(null, arguments.toArray());
            } catch (IllegalAccessException | IllegalArgumentException e) {
                throw new IllegalStateException(check + " on " + arguments, e);
            } catch (InvocationTargetException e) {
                throw new Unanswered(text, e.getCause());
            }
        }

        /** Whether it has a truth value, and is true. */
        boolean isTrue(List<Object> arguments) {
            try {
                return holds(arguments);
            } catch (Unanswered e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A part has no truth value, as if an entry of null were asked for. */
    static final class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unanswered(String text, Throwable cause) {
            super(text, cause);
        }
    }

    private record Clause(String keyword, String text) {
    }

    private final String name;
    private final Executable executable;
    private final List<String> parameters;
    private final List<Part> requires;
    private final List<Part> ensures;

    private RunnableContract(String name, Executable executable, List<String> parameters, List<Part> requires,
                             List<Part> ensures) {
        this.name = name;
        this.executable = executable;
        this.parameters = parameters;
        this.requires = requires;
        this.ensures = ensures;
    }

    /** Those of all methods and constructors of the kernel that have a contract, by name. */
    static Map<String, RunnableContract> ofThisBuild() {
        return in(SOURCES, Specification.ofThisBuild().sources());
    }

    /**
     * Those of the methods and constructors of some files, by name.
     *
     * @param root where the packages of the files begin
     */
    static Map<String, RunnableContract> in(Path root, List<Path> files) {
        Map<SourceMethod, Executable> methods = new LinkedHashMap<>();
        SourceMethods.in(files).stream().filter(method -> !method.isPrivate())
                .forEach(method -> methods.put(method, executable(root, method)));
        Map<String, List<Clause>> clauses = new LinkedHashMap<>();
        methods.keySet().forEach(method -> clauses.put(method.contract(), clauses(method, methods.keySet())));
        try {
            ClassLoader checks = compiled(methods, clauses);
            Map<String, RunnableContract> contracts = new LinkedHashMap<>();
            for (SourceMethod method : methods.keySet()) {
                Class<?> type = checks.loadClass("checks." + checks(method));
                contracts.put(method.contract(), new RunnableContract(method.contract(), methods.get(method),
                        List.copyOf(method.parameters().keySet()),
                        parts(type, "requires", clauses.get(method.contract())),
                        parts(type, "ensures", clauses.get(method.contract()))));
            }
            return contracts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The types of what a call is made of, the receiver's first. */
    List<Class<?>> types() {
        return Stream.concat(hasReceiver(executable) ? Stream.of(executable.getDeclaringClass()) : Stream.of(),
                Arrays.stream(executable.getParameterTypes())).toList();
    }

    /** The names of what a call is made of, the receiver's first. */
    List<String> names() {
        return Stream.concat(hasReceiver(executable) ? Stream.of("this") : Stream.of(), parameters.stream()).toList();
    }

    /** Whether a call is one of those that the contract is about. */
    boolean allows(List<Object> call) {
        return (!hasReceiver(executable) || call.get(0) != null) && requires.stream().allMatch(part -> part.isTrue(call));
    }

    List<Part> requires() {
        return requires;
    }

    List<Part> ensures() {
        return ensures;
    }

    /**
     * Calls the method.
     *
     * @param call the arguments, after the receiver of a method that is not static
     */
    Object call(List<Object> call) {
        boolean hasReceiver = hasReceiver(executable);
        Object[] arguments = call.subList(hasReceiver ? 1 : 0, call.size()).toArray();
        try {
            executable.setAccessible(true);
            return executable instanceof Constructor<?> constructor ? constructor.newInstance(arguments)
                    : ((Method) executable).invoke(hasReceiver ? call.get(0) : null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("call of " + name, e);
        }
    }

    private static boolean hasReceiver(Executable executable) {
        return executable instanceof Method && !Modifier.isStatic(executable.getModifiers());
    }

    private static List<Part> parts(Class<?> type, String keyword, List<Clause> clauses) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).keyword().equals(keyword)) {
                String check = keyword + i;
                parts.add(new Part(clauses.get(i).text(), Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(check)).findFirst().orElseThrow()));
            }
        }
        return parts;
    }

    /** The method with the name and the types of parameters that the source has. */
    private static Executable executable(Path root, SourceMethod method) {
        try {
            Class<?> type = Class.forName(root.toAbsolutePath().relativize(method.file().toAbsolutePath()).toString()
                    .replaceFirst("\\.java$", "").replace('/', '.').replace('\\', '.'));
            return Stream.<Executable>of(method.constructor() ? type.getConstructors() : type.getDeclaredMethods())
                    .filter(executable -> !executable.isSynthetic()
                            && (method.constructor() || executable.getName().equals(method.name())))
                    .filter(executable -> Arrays.stream(executable.getParameterTypes()).map(Class::getSimpleName).toList()
                            .equals(List.copyOf(method.parameters().values())))
                    .findFirst().orElseThrow(() -> new IllegalStateException("no method of " + type + " is " + method));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parts of the contract above a method, or of the method of the interface that it implements. */
    private static List<Clause> clauses(SourceMethod method, Set<SourceMethod> methods) {
        String source = Specification.read(method.file());
        Matcher inherited = INHERITED.matcher(source);
        if (!method.constructor() && inherited.find()) {
            return clauses(methods.stream().filter(other -> other.contract().equals(inherited.group(1) + "." + method.name()))
                    .findFirst().orElseThrow(), methods);
        }
        String contract = CONTRACT.matcher(source).results().filter(above -> above.end() <= method.start())
                .filter(above -> source.substring(above.end(), method.start()).replace("/*@ helper @*/", "").isBlank())
                .map(above -> above.group(1)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no contract stands directly above " + method.contract()));
        return split(contract.replaceAll("(?m)^\\s*@", " ").replaceAll("\\s+", " "), ";").stream()
                .flatMap(RunnableContract::parts).toList();
    }

    private static Stream<Clause> parts(String clause) {
        int space = clause.indexOf(' ');
        String text = clause.substring(space + 1);
        return (split(text, "==>").size() > 1 ? List.of(text) : split(text, "&&")).stream()
                .map(part -> new Clause(clause.substring(0, space), part));
    }

    /** The parts between separators that are not in parentheses. */
    static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && text.startsWith(separator, i)) {
                parts.add(text.substring(start, i).strip());
                start = i + separator.length();
            }
        }
        parts.add(text.substring(start).strip());
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    private static ClassLoader compiled(Map<SourceMethod, Executable> methods,
                                        Map<String, List<Clause>> clauses) throws IOException {
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "runnable-contracts")), "checks");
        List<String> command = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", directory.toString(),
                "-classpath", System.getProperty("java.class.path")));
        for (SourceMethod method : methods.keySet()) {
            command.add(Files.writeString(directory.resolve(checks(method) + ".java"),
                    text(method, methods.get(method), clauses.get(method.contract()))).toString());
        }
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, errors, command.toArray(String[]::new));
        assertThat(status).as("exit code of the compiler; each word of a contract needs a method in org.stillpoint.contract: %s",
                errors.toString(UTF_8)).isZero();
        return new URLClassLoader(new URL[] {directory.toUri().toURL()}, RunnableContract.class.getClassLoader());
    }

    private static String checks(SourceMethod method) {
        return method.contract().replace('.', '_');
    }

    private static String text(SourceMethod method, Executable executable, List<Clause> clauses) {
        String type = executable.getDeclaringClass().getCanonicalName();
        String result = executable instanceof Method returning ? returning.getReturnType().getCanonicalName() : type;
        List<String> call = new ArrayList<>(hasReceiver(executable) ? List.of(type + " self") : List.of());
        Iterator<String> names = method.parameters().keySet().iterator();
        Arrays.stream(executable.getParameterTypes())
                .forEach(parameter -> call.add(parameter.getCanonicalName() + " " + names.next()));
        List<String> outcome = new ArrayList<>(List.of("java.util.Set<Object> " + BEFORE, result + " result"));
        outcome.addAll(call);
        StringBuilder text = new StringBuilder(
                "package checks;\n\nimport org.stillpoint.contract.*;\nimport org.stillpoint.kernel.*;\n");
        WORDS.forEach(words -> text.append("import static ").append(words.getName()).append(".*;\n"));
        text.append("\npublic final class ").append(checks(method)).append(" {\n");
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            if (!clause.keyword().equals("assignable")) {
                List<String> given = clause.keyword().equals("ensures") ? outcome : call;
                text.append("    public static boolean ").append(clause.keyword()).append(i)
                        .append('(').append(String.join(", ", given))
                        .append(") {\n        ").append(memory(given)).append("\n        return ")
                        .append(java(clause.text(), method.constructor() ? "result" : "self")).append(";\n    }\n");
            }
        }
        return text.append("}\n").toString();
    }

    /** The memory, with all that can be reached from what a part is said of. */
    private static String memory(List<String> given) {
        return given.stream().map(variable -> variable.substring(variable.lastIndexOf(' ') + 1))
                .filter(name -> !name.equals(BEFORE))
                .collect(Collectors.joining(", ", "final Heap heap = Snapshot.of(new Object[] {", "});"));
    }

    /** What no method of the kernel writes to is afterwards what it was: {@code \\old(e)} is e. */
    private static String java(String part, String self) {
        String said = WORD.matcher(QUANTIFIER.matcher(part).replaceAll(RunnableContract::quantifier))
                .replaceAll(word -> word.group(1) + (OF_MEMORY.contains(word.group(1)) ? "(heap, " : "("));
        return said.replace("\\old(", "(").replace("\\fresh(", "fresh(" + BEFORE + ", ").replace("\\result", "result")
                .replaceAll("\\bthis\\b", self)
                .replaceAll("\\\\typeof\\(([^()]+)\\)", "$1.getClass()").replaceAll("\\\\type\\(([^()]+)\\)", "$1.class")
                .replace(" <==> ", " == ").replaceFirst("^(.*) ==> (.*)$", "!($1) || $2");
    }

    /** {@code (\forall int k; m <= k && k < n && p; q)} up to q, which the parenthesis at its end closes. */
    private static String quantifier(MatchResult quantifier) {
        String variable = quantifier.group(1);
        List<String> range = split(quantifier.group(2), "&&");
        String condition = range.size() == 2 ? "" : "!(" + String.join(" && ", range.subList(2, range.size())) + ") ||";
        return Matcher.quoteReplacement("forAll(" + bound(range.get(0), "(.+) <= " + variable) + ", "
                + bound(range.get(1), variable + " < (.+)") + ", " + variable + " -> " + condition);
    }

    private static String bound(String comparison, String form) {
        Matcher bound = Pattern.compile(form).matcher(comparison);
        if (!bound.matches()) {
            throw new IllegalStateException("a quantifier is bounded by " + form + ", not by " + comparison);
        }
        return bound.group(1);
    }
}
