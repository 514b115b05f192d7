package org.stillpoint.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Chromium without a window, with a directory of its own, which end when it is closed, or this virtual machine ends.
 *
 * <p>Where none is installed, tests are skipped, and say so; with {@code -Dstillpoint.browser=required} they fail.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final boolean REQUIRED = "required".equals(System.getProperty("stillpoint.browser"));
    private static final long START = TimeUnit.SECONDS.toNanos(90);
    private static final long END = TimeUnit.SECONDS.toNanos(10);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path directory;
    private final Process process;
    private final Connection connection;

    private Browser(String program) {
        try {
            directory = Files.createTempDirectory("stillpoint-browser");
            Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of the browser"));
            // Without its sandbox, which containers and the user root do not have: it shows pages of this project only. For these
            // one process does, and none needs to be kept when the next is opened; a page then opens in half the time.
            ProcessBuilder start = new ProcessBuilder(program, "--headless=new", "--no-sandbox", "--disable-gpu",
                    "--disable-breakpad", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check",
                    "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-quic", "--disable-site-isolation-trials",
                    "--disable-features=BackForwardCache,IsolateOrigins,site-per-process", "--remote-debugging-port=0",
                    "--user-data-dir=" + directory.resolve("user"), "about:blank");
            start.environment().put("TMPDIR", directory.toString());
            process = start.redirectErrorStream(true).redirectOutput(directory.resolve("output").toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            connection = new Connection(address());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * A browser that has started.
     *
     * @throws org.opentest4j.TestAbortedException if there is none on this machine
     * @throws AssertionError if there is none, and there has to be
     */
    public static Browser start() {
        Optional<String> program = program();
        if (program.isEmpty()) {
            String missing = "No page is looked at in a browser: none of " + String.join(", ", NAMES) + " is on this machine.";
            if (REQUIRED) {
                throw new AssertionError(missing);
            }
            System.out.println(missing);
            Assumptions.abort(missing);
        }
        return new Browser(program.orElseThrow());
    }

    private static Optional<String> program() {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return NAMES.stream().flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).map(Path::toString).findFirst();
    }

    /** A new tab, empty, as wide as a desk's screen. */
    public Tab tab() {
        return new Tab(connection);
    }

    Path directory() {
        return directory;
    }

    /** Where it can be talked to, which it writes once it is ready. */
    private URI address() {
        Path file = directory.resolve("user/DevToolsActivePort");
        long start = System.nanoTime();
        while (System.nanoTime() - start < START && process.isAlive()) {
            List<String> lines = lines(file);
            if (lines.size() > 1) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new IllegalStateException("the browser did not start: " + lines(directory.resolve("output")));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
        end();
    }

    /** Ends it, if it has not ended: its processes first, which write into its directory as long as they run. */
    private void end() {
        if (process != null) {
            List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
            family.add(process.toHandle());
            family.forEach(ProcessHandle::destroyForcibly);
            until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        }
        until(() -> delete(directory));
    }

    private static void until(Condition condition) {
        long start = System.nanoTime();
        while (!condition.holds() && System.nanoTime() - start < END) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Whether nothing is left of it. */
    private static boolean delete(Path directory) {
        if (!Files.exists(directory)) {
            return true;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
        return !Files.exists(directory);
    }

    private interface Condition {

        boolean holds();
    }
}
