package org.stillpoint.modelfile.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.FileBytes;
import org.stillpoint.modelfile.tensor.Weights;

/** ONNX files are told by their names or their first bytes, and become model files. */
class OnnxReaderTest {

    private static final Path FOLDER = Path.of("src/test/resources/models/onnx");

    private final OnnxReader reader = new OnnxReader();

    @ParameterizedTest
    @ValueSource(strings = {"raw", "typed", "pieces", "constants", "functions", "branches", "quantised", "external", "planted"})
    void aModelIsToldByItsFirstBytes(String name) throws IOException {
        byte[] content = Files.readAllBytes(FOLDER.resolve(name + ".onnx"));

        assertThat(reader.recognises("-", Arrays.copyOf(content, Math.min(content.length, ModelReader.HEAD)))).isTrue();
        assertThat(reader.recognises("-", Arrays.copyOf(content, 16))).isTrue();
    }

    @Test
    void aModelIsToldWhereALongTextOrTheGraphGoesOnBehindTheHead() {
        byte[] producer = ModelProto.newBuilder().setIrVersion(7).setProducerName("x".repeat(1000)).build().toByteArray();
        byte[] graph = ModelProto.newBuilder().setIrVersion(7).setGraph(GraphProto.newBuilder().setName("x".repeat(1000)))
                .build().toByteArray();

        assertThat(reader.recognises("-", Arrays.copyOf(producer, ModelReader.HEAD))).isTrue();
        assertThat(reader.recognises("-", Arrays.copyOf(graph, ModelReader.HEAD))).isTrue();
    }

    @Test
    void aFileOfThatNameIsTakenForOne() {
        assertThat(reader.recognises("model.onnx", new byte[0])).isTrue();
    }

    /** A length of eight bytes, as safetensors begin, can begin as a version does. */
    @Test
    void otherFilesAreNotTakenForModels() {
        assertThat(reader.recognises("-", new byte[0])).isFalse();
        assertThat(reader.recognises("-", "{\"layers\": []}".getBytes(StandardCharsets.UTF_8))).isFalse();
        for (long length : new long[] {8, 0x0108, 0x120108, 0x3A0008, 0x12_0308_0108L}) {
            byte[] head = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length).put((byte) '{').array();
            assertThat(reader.recognises("-", head)).as("%x", length).isFalse();
        }
        assertThat(reader.recognises("-", new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'})).isFalse();
        assertThat(reader.recognises("-", new byte[] {'P', 'K', 3, 4})).isFalse();
    }

    @Test
    void whatIsReadHasTheTensorsAndThoseThatAreNotRead() throws IOException {
        Path path = FOLDER.resolve("constants.onnx");
        try (ModelFile model = reader.read(FileBytes.open(path, "constants.onnx"), Optional.of(FOLDER.toAbsolutePath()))) {
            assertThat(model.format()).isEqualTo("onnx");
            assertThat(model.weights()).extracting(Weights::name).contains("tensor", "floats");
            assertThat(model.notAnalysed()).extracting(NotAnalysed::tensor).contains("float8", "sparse");
        }
    }
}
