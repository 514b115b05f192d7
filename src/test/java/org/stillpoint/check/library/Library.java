package org.stillpoint.check.library;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.stillpoint.check.protocol.Programs;

/**
 * A library that an adapter under {@code src/adapters} speaks for, or for Neuroph one beside this class. Those of npm are looked
 * for in {@code target/npm}, where {@code npm install --prefix target/npm @tensorflow/tfjs@4.22.0 brain.js@1.6.1 synaptic@1.1.4}
 * puts them ({@code -Dstillpoint.npm}: the {@code node_modules} elsewhere); those of Python are those of {@code python3}
 * ({@code -Dstillpoint.python}: of another program); those of Java are dependencies of the profile adapters.
 *
 * @param probe a command that ends with exit code 0 if the library is there
 * @param command the adapter
 */
record Library(String name, List<String> probe, List<String> command) {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String ADAPTERS = "src/adapters/";
    private static final Path CLASSES = Path.of("target/adapters");
    private static final String PYTHON = System.getProperty("stillpoint.python", "python3");
    private static final String NPM = Path.of(System.getProperty("stillpoint.npm", "target/npm/node_modules")).toAbsolutePath()
            .toString();

    /** Those that are named in {@code src/adapters}, each in every type that it has. */
    static List<Library> all() {
        return Stream.of(
                python("PyTorch, float32", "torch", "torch_adapter.py", "float32"),
                python("PyTorch, float64", "torch", "torch_adapter.py", "float64"),
                python("scikit-learn, float32", "sklearn", "scikit_learn.py", "float32"),
                python("scikit-learn, float64", "sklearn", "scikit_learn.py", "float64"),
                javaScript("TensorFlow.js", "@tensorflow/tfjs", "tfjs.js"),
                javaScript("brain.js", "brain.js", "brain.js"),
                javaScript("synaptic", "synaptic", "synaptic.js"),
                neuroph("online"), neuroph("batch"), neuroph("momentum"),
                java("Encog", "org.encog.Encog", "EncogProgram"),
                java("Smile", "smile.base.mlp.MultilayerPerceptron", "SmileProgram")).toList();
    }

    private static Library python(String name, String module, String file, String type) {
        return new Library(name, List.of(PYTHON, "-c", "import " + module), List.of(PYTHON, ADAPTERS + "python/" + file, type));
    }

    private static Library javaScript(String name, String module, String file) {
        List<String> node = List.of("env", "NODE_PATH=" + NPM, "node");
        return new Library(name, joined(node, "-e", "require('" + module + "')"), joined(node, ADAPTERS + "javascript/" + file));
    }

    /** The class path of the tests has the libraries if the profile runs them. */
    private static List<String> java() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                CLASSES + File.pathSeparator + classPath);
    }

    private static Library neuroph(String mode) {
        return new Library("Neuroph, " + mode, joined(java(), LibraryProbe.class.getName(), "org.neuroph.core.NeuralNetwork"),
                joined(java(), NeurophProgram.class.getName(), mode));
    }

    private static Library java(String name, String type, String program) {
        List<String> java = java();
        return new Library(name, joined(java, LibraryProbe.class.getName(), type, ADAPTERS + "jvm/" + program + ".java"),
                joined(java, program));
    }

    private static List<String> joined(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    /** Compiles the adapters in Java of the libraries that are there. */
    static void compile() throws IOException {
        Files.createDirectories(CLASSES);
        List<String> sources = new ArrayList<>(List.of(ADAPTERS + "java/Template.java", ADAPTERS + "jvm/Lines.java"));
        all().stream().filter(library -> library.source().endsWith(".java") && library.missing().isEmpty())
                .forEach(library -> sources.add(library.source()));
        List<String> arguments = new ArrayList<>(List.of("-d", CLASSES.toString(), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        arguments.addAll(sources);
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("the adapters in Java do not compile");
        }
    }

    /** The adapter, of those that have to be compiled first. */
    private String source() {
        return probe.get(probe.size() - 1);
    }

    /** Why it is not there, if so it is. */
    Optional<String> missing() {
        try {
            Process process = new ProcessBuilder(probe).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(reason(said));
        } catch (IOException e) {
            return Optional.of("no program " + probe.get(0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String reason(String said) {
        return said.lines().filter(line -> line.contains("Error")).findFirst().orElse("it is not on this machine").strip();
    }

    Programs programs() {
        return new Programs(command, LIMIT);
    }
}
