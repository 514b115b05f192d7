package org.stillpoint.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A copy of what the build reads, in which an attack can be made, and tests run as the build runs them. */
final class Scratch implements AutoCloseable {

    private static final List<String> READ = List.of("src", "specs", "proofs", "pom.xml", "README.md", "CHANGELOG.md",
            "CITATION.cff", "LICENSE");
    private static final Path CLASSES = Path.of("target", "changed-classes");
    private static final long LIMIT_SECONDS = 600;

    private final Path root;

    private Scratch(Path root) {
        this.root = root;
    }

    static Scratch create() throws IOException {
        Path root = Files.createTempDirectory(Files.createDirectories(Path.of("target", "attacks").toAbsolutePath()), "scratch");
        for (String part : READ) {
            if (Files.exists(Path.of(part))) {
                copy(Path.of(part), root.resolve(part));
            }
        }
        Files.createDirectories(root.resolve(CLASSES));
        return new Scratch(root);
    }

    /** Makes the changes, and compiles what they change. */
    void apply(List<Change> changes) throws IOException {
        for (Change change : changes) {
            change.applyIn(root);
        }
        List<String> sources = changes.stream().map(Change::file)
                .filter(file -> file.toString().endsWith(".java") && file.startsWith("src"))
                .map(file -> root.resolve(file).toString()).distinct().toList();
        if (sources.isEmpty()) {
            return;
        }
        List<String> command =
                new ArrayList<>(List.of("-nowarn", "-proc:none", "-parameters", "-implicit:none", "-d",
                        root.resolve(CLASSES).toString(),
                "-classpath", classPath()));
        command.addAll(sources);
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        if (ToolProvider.getSystemJavaCompiler().run(null, null, errors, command.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the change does not compile: " + errors.toString(UTF_8));
        }
    }

    /** Runs some tests, each a class, {@code #} and a method, in a virtual machine of their own. */
    TestRun run(List<String> tests, List<String> switches) throws IOException, InterruptedException {
        Path results = root.resolve("target").resolve("results.txt");
        List<String> command =
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.home=" + root.resolve("target").resolve("home"),
                "-Dstillpoint.evidence=" + root.resolve("target").resolve("evidence")));
        command.addAll(switches);
        command.addAll(List.of("-cp", root.resolve(CLASSES) + File.pathSeparator + classPath(), NamedTests.class.getName(),
                results.toString()));
        command.addAll(tests);
        Path output = root.resolve("target").resolve("output.txt");
        Process process = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException(tests + " took longer than " + LIMIT_SECONDS + " s");
        }
        if (Files.notExists(results)) {
            throw new IllegalStateException(tests + " ended without results: " + Files.readString(output));
        }
        return TestRun.read(results);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
