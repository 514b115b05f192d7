package org.stillpoint.modelfile.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.Expected;
import org.stillpoint.modelfile.NetworkText;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;

class TensorFlowReaderTest {

    private static final ModelReader READER = new TensorFlowReader();
    private static final Path MODELS = Path.of("src/test/resources/models/tfjs");

    /** The reader with the folder of the models, as the files are opened from there. */
    private static final ModelReader IN_FOLDER = new ModelReader() {
        @Override
        public boolean recognises(String name, byte[] head) {
            return READER.recognises(name, head);
        }

        @Override
        public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
            return READER.read(bytes, Optional.of(MODELS));
        }
    };

    @TempDir
    private Path folder;

    @BeforeEach
    void oneFileOfWeights() throws IOException {
        Files.write(folder.resolve("w.bin"), new byte[8]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantised", "manifest"})
    void everyEntryIsTheNumberThatTensorFlowJsCalculatesWith(String model) throws IOException {
        Expected.assertReadsAsExpected(IN_FOLDER, "tfjs/" + model + ".json");
    }

    @Test
    void layersAreThoseOfKeras() throws IOException {
        try (ModelFile model = Expected.read(IN_FOLDER, "tfjs/quantised.json")) {
            assertThat(NetworkText.of(model.network().orElseThrow())).containsExactly(
                    "in #0:3",
                    "Dense dense_Dense1: #0:3 -> #1:4 out=1 dense_Dense1/kernel",
                    "Bias dense_Dense1: #1:4 -> #1:4 dense_Dense1/bias",
                    "Pointwise dense_Dense1: #1:4 -> #1:4 relu",
                    "Dense dense_Dense2: #1:4 -> #2:2 out=1 dense_Dense2/kernel",
                    "Bias dense_Dense2: #2:2 -> #2:2 dense_Dense2/bias",
                    "out #2:2");
        }
    }

    @Test
    void modelsAreToldFromOtherJsonByTheirFirstKey() {
        assertThat(READER.recognises("a", head("{\n \"modelTopology\": {}"))).isTrue();
        assertThat(READER.recognises("a", head("[{\"weights\":"))).isTrue();
        assertThat(READER.recognises("model.json", head("{\"layers\": []"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../w.bin", "/etc/passwd", "a/../../w.bin", "..", "", "a\\\\w.bin", "w.bin\\u0000"})
    void noPathLeadsOutOfTheFolder(String path) {
        assertThatThrownBy(() -> read(path, "{\"name\":\"w\",\"shape\":[2],\"dtype\":\"float32\"}"))
                .isInstanceOf(FormatException.class).hasMessageStartingWith("model: weights in ")
                .hasMessageMatching("[^\\p{Cntrl}]*expected (a file in the folder of the model|the path of a file)");
    }

    @Test
    void noLinkLeadsOutOfTheFolder(@TempDir Path other) throws IOException {
        Files.write(other.resolve("secret"), new byte[8]);
        Files.createSymbolicLink(folder.resolve("link.bin"), other.resolve("secret"));

        assertThatThrownBy(() -> read("link.bin", "{\"name\":\"w\",\"shape\":[2],\"dtype\":\"float32\"}"))
                .hasMessage("model: weights in \"link.bin\", which is a link out of the folder of the model, expected"
                        + " a file in it");
    }

    @Test
    void onlyFilesAreOpened() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        for (String path : new String[] {"folder", "none.bin", "."}) {
            assertThatThrownBy(() -> read(path, "{\"name\":\"w\",\"shape\":[2],\"dtype\":\"float32\"}"))
                    .hasMessage("model: weights in \"" + path + "\": no such file, expected one beside the model");
        }
    }

    @Test
    void weightsHaveToFillTheirFiles() {
        assertRefused("{\"name\":\"w\",\"shape\":[1],\"dtype\":\"float32\"}",
                "model: weights of 4 bytes in files of 8 bytes, expected as many");
        assertRefused("{\"name\":\"w\",\"shape\":[3],\"dtype\":\"float32\"}",
                "model: 3 entries of 4 bytes from byte 0, expected within the 8 bytes of the files");
        assertRefused("{\"name\":\"w\",\"shape\":[1000000000,1000000000],\"dtype\":\"float32\"}",
                "model: 1000000000 x 1000000000 entries of 4 bytes from byte 0, expected within the 8 bytes of the files");
        assertRefused("{\"name\":\"w\",\"shape\":[2],\"dtype\":\"string\"},{\"name\":\"v\",\"shape\":[1],\"dtype\":\"string\"}",
                "model: 4 bytes from byte 8, expected within its 8 bytes");
    }

    @Test
    void whatIsWrongInTheDescriptionIsSaidWhereItIs() {
        String where = "model: /weightsManifest/0/weights/0";
        assertRefused("{\"name\":\"w\",\"shape\":[-1],\"dtype\":\"float32\"}",
                where + "/shape: an axis of size -1, expected at least 0");
        assertRefused("{\"name\":\"w\",\"shape\":[1e30],\"dtype\":\"float32\"}",
                where + "/shape/0: a number, expected an integer that a long holds");
        assertRefused("{\"name\":\"w\",\"shape\":[0.5],\"dtype\":\"float32\"}",
                where + "/shape/0: a number, expected an integer that a long holds");
        assertRefused("{\"name\":\"w\",\"shape\":[2],\"dtype\":\"float31\"}", where
                + "/dtype: the unknown type \"float31\", expected one of bool, float16, float32, int32, uint16, uint8");
        assertRefused("{\"name\":\"w\",\"shape\":[8],\"dtype\":\"float32\",\"quantization\":{\"dtype\":\"uint8\",\"min\":0}}",
                where + "/quantization: no \"scale\", expected one");
        assertRefused("{\"name\":\"w\",\"shape\":[8],\"dtype\":\"float32\",\"quantization\":{\"dtype\":\"uint8\",\"min\":0,"
                + "\"scale\":1e400}}", where + "/quantization/scale: a number above all of binary64, expected one of those");
        assertRefused("{\"name\":\"w\",\"shape\":[1],\"dtype\":\"float32\"},{\"name\":\"w\",\"shape\":[1],\"dtype\":\"int32\"}",
                "model: /weightsManifest/0/weights/1: a second tensor \"w\", expected names that differ");
    }

    @Test
    void weightsThatLieBesideNothingAreRefused() {
        assertThatThrownBy(() -> READER.read(Bytes.of("-", model("w.bin", "")), Optional.empty()))
                .hasMessage("-: a model whose weights lie in other files, expected one that has its folder");
    }

    @Test
    void descriptionsThatAreDeepOrLongAreRefused() {
        byte[] deep = ("{\"format\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        byte[] large = new byte[(1 << 23) + 1];
        Arrays.fill(large, (byte) ' ');

        assertThatThrownBy(() -> READER.read(Bytes.of("model", deep), Optional.of(folder)))
                .isInstanceOf(FormatException.class).hasMessageStartingWith("model:1:");
        assertThatThrownBy(() -> READER.read(Bytes.of("model", large), Optional.of(folder)))
                .hasMessage("model: JSON of 8388609 bytes, expected at most 8388608");
    }

    private void assertRefused(String weights, String message) {
        assertThatThrownBy(() -> read("w.bin", weights)).isInstanceOfAny(FormatException.class, IOException.class)
                .hasMessage(message);
    }

    private ModelFile read(String path, String weights) throws IOException {
        return READER.read(Bytes.of("model", model(path, weights)), Optional.of(folder));
    }

    private static byte[] model(String path, String weights) {
        return ("{\"format\":\"graph-model\",\"weightsManifest\":[{\"paths\":[\"" + path + "\"],\"weights\":[" + weights + "]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] head(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
