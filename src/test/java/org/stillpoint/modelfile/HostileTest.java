package org.stillpoint.modelfile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.StoredEntries;
import org.stillpoint.modelfile.tensor.Weights;

/** What is asked of readers is more than any reader does by itself. */
class HostileTest {

    private static final byte[] CONTENT = new byte[8];

    @Test
    void aModelWhoseEntriesAreThereIsRead() {
        assertThatCode(() -> assertReadOrRefused((bytes, folder) -> bytesAsModel(bytes, 8))).doesNotThrowAnyException();
    }

    @Test
    void aTensorThatIsLargerThanTheFileIsRefusedWhereItIsRead() {
        assertThatCode(() -> assertReadOrRefused((bytes, folder) -> bytesAsModel(bytes, 9))).doesNotThrowAnyException();
    }

    @Test
    void oneLineThatBeginsWithTheNameIsARefusal() {
        assertThatCode(() -> assertReadOrRefused((bytes, folder) -> {
            throw new FormatException(bytes.name() + ": no model, expected one");
        })).doesNotThrowAnyException();
        assertThatCode(() -> assertReadOrRefused((bytes, folder) -> {
            throw new EOFException(bytes.name() + ": ends within a tensor");
        })).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no name, expected one", "hostile.model", "hostile.model: ", "hostile.model: two\nlines, expected one",
            "hostile.model: a bell \u0007 that rings"})
    void anyOtherMessageIsNoticed(String message) {
        assertThatThrownBy(() -> assertReadOrRefused((bytes, folder) -> {
            throw new FormatException(message);
        })).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertReadOrRefused((bytes, folder) -> {
            throw new IOException(message);
        })).isInstanceOf(AssertionError.class);
    }

    @Test
    void aLineThatNobodyReadsIsNoticed() {
        assertThatThrownBy(() -> assertReadOrRefused((bytes, folder) -> {
            throw new FormatException(bytes.name() + ": " + "x".repeat(Hostile.MAX_LINE));
        })).isInstanceOf(AssertionError.class);
    }

    @Test
    void anExceptionWithoutAMessageIsNoticed() {
        assertThatThrownBy(() -> assertReadOrRefused((bytes, folder) -> {
            throw new IOException();
        })).isInstanceOf(AssertionError.class);
    }

    @Test
    void exceptionsThatTellOfMistakesAreNotCaught() {
        assertThatThrownBy(() -> assertReadOrRefused((bytes, folder) -> {
            throw new IndexOutOfBoundsException("9");
        })).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> assertReadOrRefused((bytes, folder) -> {
            throw new OutOfMemoryError();
        })).isInstanceOf(OutOfMemoryError.class);
    }

    private static ModelFile bytesAsModel(Bytes bytes, long entries) {
        Weights weights = Weights.of("w", ElementType.UINT8, Dimensions.of(entries),
                new StoredEntries(bytes, 0, ElementType.UINT8, ByteOrder.LITTLE_ENDIAN));
        return new ModelFile(bytes.name(), "bytes", List.of(weights), Optional.empty(), bytes);
    }

    private static void assertReadOrRefused(Reading reading) {
        Hostile.assertReadOrRefused(new ModelReader() {
            @Override
            public boolean recognises(String name, byte[] head) {
                return true;
            }

            @Override
            public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
                return reading.read(bytes, folder);
            }
        }, CONTENT);
    }

    private interface Reading {

        ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException;
    }
}
