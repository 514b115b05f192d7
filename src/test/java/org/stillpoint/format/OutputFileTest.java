package org.stillpoint.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody ever sees half of a file that is written. */
class OutputFileTest {

    private static final byte[] CONTENT = {0, -1, 'a', '\r'};

    @TempDir
    private Path folder;

    @Test
    void bytesReplaceAFileAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");

        OutputFile.write(file.toString(), out -> {
            out.write(CONTENT, 0, 2);
            out.flush();
            assertThat(file).hasContent("before");
            out.write(CONTENT, 2, 2);
        });

        assertThat(file).hasBinaryContent(CONTENT);
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void contentThatFailsLeavesWhatWasThereAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");

        assertThatThrownBy(() -> OutputFile.write(file.toString(), out -> {
            out.write(CONTENT);
            throw new FormatException("wrong");
        })).isInstanceOf(FormatException.class).hasMessage("wrong");
        assertThatThrownBy(() -> OutputFile.write(file.toString(), out -> {
            throw new IOException("gone");
        })).isInstanceOf(FormatException.class)
                .hasMessage(file + ": cannot be written, expected a place that can be written to");

        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void theFileBehindALinkIsReplacedAndTheLinkStays() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        OutputFile.write(link.toString(), out -> out.write(CONTENT));

        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(CONTENT);
    }

    @Test
    void aDeviceIsWrittenTo() {
        OutputFile.write("/dev/null", out -> out.write(CONTENT));

        assertThat(Path.of("/dev/null")).exists().satisfies(device -> assertThat(Files.isRegularFile(device)).isFalse());
    }
}
