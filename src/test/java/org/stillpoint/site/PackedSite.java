package org.stillpoint.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The site as somebody gets it who has nothing but the jar, or one that is there: {@code -Dstillpoint.site=DIR}. */
final class PackedSite {

    /** Its directory; {@code target/browser} is where tests of pages leave what they make. */
    static final Path ROOT = Path.of(System.getProperty("stillpoint.site", "target/browser/site")).toAbsolutePath();

    private static final long LIMIT = 60;

    static {
        if (System.getProperty("stillpoint.site") == null) {
            write();
        }
    }

    private PackedSite() {
    }

    /** The ways of all its files from its root, in order. */
    static List<String> files() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile).map(file -> ROOT.relativize(file).toString().replace('\\', '/')).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> pages() {
        return files().stream().filter(name -> name.endsWith(".html")).toList();
    }

    private static void write() {
        try {
            delete();
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                    System.getProperty("stillpoint.jar"), "report", "--out", ROOT.toString()).inheritIO().start();
            assertThat(process.waitFor(LIMIT, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What an earlier build left. */
    private static void delete() throws IOException {
        if (Files.exists(ROOT)) {
            try (Stream<Path> files = Files.walk(ROOT)) {
                files.sorted((one, other) -> other.compareTo(one)).forEach(file -> assertThat(file.toFile().delete()).isTrue());
            }
        }
    }
}
