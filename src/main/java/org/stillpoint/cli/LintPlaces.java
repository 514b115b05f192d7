package org.stillpoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.format.OutputFile;

/** The files that lint reads and writes, before any of them is opened. */
final class LintPlaces {

    private static final String STANDARD = "-";

    private LintPlaces() {
    }

    /**
     * Refuses what cannot work, so that nothing is lost.
     *
     * @param page where the findings are written as a page
     * @param out where the smaller model is written
     */
    static void requireSensible(List<String> files, Optional<String> data, Optional<String> page, Optional<String> out) {
        List<String> read = Stream.concat(files.stream(), data.stream()).toList();
        if (Collections.frequency(read, STANDARD) > 1) {
            throw new UsageException("- twice, expected standard input once");
        }
        if (out.isPresent() && (files.size() > 1 || files.contains(STANDARD) || out.get().equals(STANDARD))) {
            throw new UsageException("--simplify with " + (files.size() > 1 ? files.size() + " files" : STANDARD)
                    + ", expected one file to read and one to write");
        }
        if (page.isPresent() && page.get().equals(STANDARD)) {
            throw new UsageException("--html -, expected a file, as the findings are on standard output");
        }
        Stream.concat(page.stream(), out.stream()).forEach(written -> {
            OutputFile.requireWritable(written);
            read.stream().filter(each -> isSame(each, written)).findFirst().ifPresent(each -> {
                throw new UsageException(written + ": is a file that is read, expected another one to write");
            });
        });
        if (page.isPresent() && out.isPresent() && isSame(page.get(), out.get())) {
            throw new UsageException(out.get() + ": for --html and for --simplify, expected two files");
        }
    }

    private static boolean isSame(String one, String other) {
        try {
            Path first = Path.of(one).toAbsolutePath().normalize();
            Path second = Path.of(other).toAbsolutePath().normalize();
            return first.equals(second) || Files.exists(first) && Files.exists(second) && Files.isRegularFile(first)
                    && Files.isSameFile(first, second);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
