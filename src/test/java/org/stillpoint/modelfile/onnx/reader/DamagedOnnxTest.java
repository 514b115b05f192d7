package org.stillpoint.modelfile.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stillpoint.modelfile.Hostile;

/** Models that were cut off, or had bytes changed, are read or refused in one line. */
class DamagedOnnxTest {

    private static final Path FOLDER = Path.of("src/test/resources/models/onnx");

    @Example
    void aModelThatIsCutOffAnywhereIsReadOrRefused() throws IOException {
        for (byte[] model : Hostile.models("onnx", ".onnx").toList()) {
            int refused = 0;
            for (int length = 0; length < model.length; length++) {
                Optional<String> refusal = Hostile.refusal(new OnnxReader(), Arrays.copyOf(model, length), Optional.of(FOLDER));
                refusal.ifPresent(Hostile::assertOneLine);
                refused += refusal.isPresent() ? 1 : 0;
            }
            assertThat(refused).as("lengths of %s that are refused", model.length).isGreaterThan(model.length * 4 / 5);
        }
    }

    @Property(tries = 2)
    void aModelWithChangedBytesIsReadOrRefused(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        for (byte[] model : Hostile.models("onnx", ".onnx").toList()) {
            for (int i = 0; i < 100; i++) {
                byte[] changed = model.clone();
                for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                Hostile.assertReadOrRefused(new OnnxReader(), changed, Optional.of(FOLDER));
            }
        }
    }

    /** Nothing that is read is as long as it says. */
    @Example
    void aModelWhoseLengthsLieIsReadOrRefused() throws IOException {
        byte[] model = Files.readAllBytes(FOLDER.resolve("branches.onnx"));
        for (int place = 0; place < model.length; place++) {
            for (byte value : new byte[] {0, 127, -1}) {
                byte[] changed = model.clone();
                changed[place] = value;
                Hostile.assertReadOrRefused(new OnnxReader(), changed);
            }
        }
    }
}
