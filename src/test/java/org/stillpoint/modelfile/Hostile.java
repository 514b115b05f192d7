package org.stillpoint.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Weights;

/** What a reader owes to bytes that anybody may have made: a model whose entries can be read, or one line that says what is wrong. */
public final class Hostile {

    /** What errors have to call the file by; no file of this name is there. */
    public static final String NAME = "hostile.model";

    /** A line that is longer is not one that people read. */
    public static final int MAX_LINE = 1000;

    /** So many entries of a tensor are read from its beginning, and as many from its end. */
    private static final int ENTRIES = 1 << 12;
    private static final int MAX_TENSORS = 1 << 10;

    private static final Path MODELS = Path.of("src/test/resources/models");

    private Hostile() {
    }

    /**
     * Files that fuzzing begins with.
     *
     * @param folder of {@code src/test/resources/models}
     * @param ending of their names
     */
    public static Stream<byte[]> models(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(MODELS.resolve(folder))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
            assertThat(found).as("%s in %s", ending, folder).isNotEmpty();
            return found.stream().map(Hostile::content);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file with none beside it. */
    public static void assertReadOrRefused(ModelReader reader, byte[] content) {
        assertReadOrRefused(reader, content, Optional.empty());
    }

    /**
     * Reads a file as the linter does, and entries of its tensors.
     *
     * @throws AssertionError if it is refused with anything but one line that begins with its name
     */
    public static void assertReadOrRefused(ModelReader reader, byte[] content, Optional<Path> folder) {
        refusal(reader, content, folder).ifPresent(Hostile::assertOneLine);
    }

    /**
     * What is said if a file is refused.
     *
     * @return empty if it is read, and so are entries of its tensors
     */
    public static Optional<String> refusal(ModelReader reader, byte[] content, Optional<Path> folder) {
        try (ModelFile model = reader.read(Bytes.of(NAME, content), folder)) {
            for (Weights weights : model.weights().subList(0, Math.min(MAX_TENSORS, model.weights().size()))) {
                readEnds(weights);
            }
            return Optional.empty();
        } catch (FormatException | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void readEnds(Weights weights) throws IOException {
        long entries = weights.dimensions().entries();
        int count = (int) Math.min(ENTRIES, entries);
        try {
            weights.entries().read(0, new long[count]);
            weights.entries().read(entries - count, new long[count]);
        } catch (ArithmeticException e) {
            assertThat(weights.isFloating()).as("whether %s, which has entries that no code stands for, is in floating point",
                    weights.name()).isFalse();
        }
    }

    /** One line as people can read it: it begins with the file's name, in text perhaps with line and column. */
    public static void assertOneLine(String message) {
        assertThat(message).matches(NAME + "(:\\d+:\\d+)?: .*").hasSizeBetween(NAME.length() + 10, MAX_LINE)
                .matches(line -> line.codePoints().noneMatch(Character::isISOControl), "has no control characters");
    }
}
