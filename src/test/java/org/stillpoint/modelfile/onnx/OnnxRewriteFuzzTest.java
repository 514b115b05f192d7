package org.stillpoint.modelfile.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.Hostile;

/** Any bytes that are read as a model are written again as the same model, as the generated classes see both. */
class OnnxRewriteFuzzTest {

    static Stream<byte[]> models() throws IOException {
        return Hostile.models("onnx", ".onnx");
    }

    @MethodSource("models")
    @FuzzTest
    void aModelThatIsReadIsWrittenAsItIs(byte[] content) throws IOException {
        try (OnnxModel model = OnnxFiles.of(content)) {
            List<TensorContent> contents = model.pieces().stream().<TensorContent>map(TensorContent.Kept::new).toList();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Fattening(model.proto(), contents, "out.onnx").write(out);

            assertThat(ModelProto.parseFrom(out.toByteArray())).isEqualTo(ModelProto.parseFrom(content));
        } catch (FormatException notOne) {
            assertThat(notOne).hasMessageStartingWith("some.onnx: ");
        }
    }
}
