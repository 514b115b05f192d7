package org.stillpoint.modelfile.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.ElementType;
import org.stillpoint.modelfile.tensor.Entries;
import org.stillpoint.modelfile.tensor.Weights;

/** What is written again is what was read, but for what was changed. */
class OnnxWriterTest {

    private static final int NODE = 0;

    @TempDir
    private Path folder;

    /** The generated classes, which hold numbers in memory, tell the same of both files. */
    @ParameterizedTest
    @ValueSource(strings = {"raw", "typed", "pieces", "constants", "functions", "branches", "quantised", "planted"})
    void aModelWithoutChangesIsWrittenAsItIs(String name) throws IOException {
        Path out = folder.resolve("out.onnx");
        try (OnnxModel model = OnnxFiles.open(name)) {
            new OnnxWriter(model).write(model.proto(), out.toString());
        }

        assertThat(ModelProto.parseFrom(Files.readAllBytes(out)))
                .isEqualTo(ModelProto.parseFrom(Files.readAllBytes(OnnxFiles.FOLDER.resolve(name + ".onnx"))));
    }

    @Test
    void aTensorThatIsReplacedHasItsNewEntriesAndOthersStay() throws IOException {
        Path out = folder.resolve("out.onnx");
        long[] codes = IntStream.range(0, 40_000).mapToLong(i -> Code.exact(i - 20_000, -3)).toArray();
        try (OnnxModel model = OnnxFiles.open("planted")) {
            OnnxWriter writer = new OnnxWriter(model);
            OnnxWriter.NewTensor large = writer.tensor("first", ElementType.FLOAT32, Dimensions.of(200, 200),
                    (from, some) -> System.arraycopy(codes, (int) from, some, 0, some.length));
            OnnxWriter.NewTensor small = writer.tensor("bias", ElementType.FLOAT16, Dimensions.of(2),
                    List.of(new BigFraction(1, 3), BigFraction.ONE));

            writer.write(with(model.proto(), large.proto(), small.proto()), out.toString());

            assertThat(large.isExact()).isTrue();
            assertThat(small.isExact()).isFalse();
        }
        try (OnnxModel model = OnnxFiles.open(out); OnnxModel before = OnnxFiles.open("planted")) {
            assertThat(model.weights()).extracting(Weights::name).containsExactly("first", "bias", "second");
            assertThat(codes(model.weights("first").orElseThrow())).isEqualTo(codes);
            assertThat(codes(model.weights("bias").orElseThrow()))
                    .isEqualTo(new long[] {Code.exact(1365, -12), Code.exact(1, 0)});
            assertThat(codes(model.weights("second").orElseThrow())).isEqualTo(codes(before.weights("second").orElseThrow()));
        }
    }

    @Test
    void whatATypeDoesNotHaveIsRoundedAndToldOf() throws IOException {
        long third = Code.ofBinary64(0x3FD5555555555555L);
        try (OnnxModel model = OnnxFiles.open("planted")) {
            OnnxWriter writer = new OnnxWriter(model);

            assertThat(writer.tensor("t", ElementType.FLOAT32, Dimensions.of(1), held(third)).isExact()).isFalse();
            assertThat(writer.tensor("t", ElementType.FLOAT64, Dimensions.of(1), held(third)).isExact()).isTrue();
            assertThatThrownBy(() -> writer.tensor("t", ElementType.INT64, Dimensions.of(1), held(third)))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void aNewTensorCanStandInANodeInsideANode() throws IOException {
        Path out = folder.resolve("out.onnx");
        try (OnnxModel model = OnnxFiles.open("branches")) {
            OnnxWriter writer = new OnnxWriter(model);
            TensorProto tensor = writer.tensor("", ElementType.FLOAT64, Dimensions.of(), held(Code.exact(5, -1))).proto();
            ModelProto.Builder changed = model.proto().toBuilder();
            changed.getGraphBuilder().getNodeBuilder(NODE).getAttributeBuilder(0).getGBuilder().getNodeBuilder(NODE)
                    .getAttributeBuilder(0).setT(tensor);

            writer.write(changed.build(), out.toString());
        }
        try (OnnxModel model = OnnxFiles.open(out)) {
            Weights weights = model.weights().stream().filter(one -> one.name().equals("If_3.else_branch.weight")).findFirst()
                    .orElseThrow();
            assertThat(weights.type()).isEqualTo("float64");
            assertThat(codes(weights)).isEqualTo(new long[] {Code.exact(5, -1)});
        }
    }

    @Test
    void theFileThatIsReadIsNotReplaced() throws IOException {
        Path copy = Files.copy(OnnxFiles.FOLDER.resolve("planted.onnx"), folder.resolve("model.onnx"));
        Path link = Files.createSymbolicLink(folder.resolve("link.onnx"), copy);
        byte[] before = Files.readAllBytes(copy);
        try (OnnxModel model = OnnxFiles.open(copy)) {
            for (Path out : List.of(copy, link)) {
                assertThatThrownBy(() -> new OnnxWriter(model).write(model.proto(), out.toString()))
                        .isInstanceOf(FormatException.class)
                        .hasMessage(out + ": is the model that is read, expected another file");
            }
        }
        assertThat(copy).hasBinaryContent(before);
    }

    @Test
    void aModelWithNumbersInOtherFilesIsWrittenBesideThemOnlyAndNotOverThem() throws IOException {
        Files.copy(OnnxFiles.FOLDER.resolve("external.onnx"), folder.resolve("model.onnx"));
        Files.copy(OnnxFiles.FOLDER.resolve("external.bin"), folder.resolve("external.bin"));
        Files.createDirectory(folder.resolve("below"));
        Files.copy(OnnxFiles.FOLDER.resolve("below/third.bin"), folder.resolve("below/third.bin"));
        try (OnnxModel model = OnnxFiles.open(folder.resolve("model.onnx"))) {
            OnnxWriter writer = new OnnxWriter(model);
            writer.write(model.proto(), folder.resolve("out.onnx").toString());
            assertThatThrownBy(() -> writer.write(model.proto(), folder.resolve("below/out.onnx").toString()))
                    .hasMessageContaining("in another folder than the model");
            assertThatThrownBy(() -> writer.write(model.proto(), folder.resolve("external.bin").toString()))
                    .hasMessageContaining("has numbers of the model that is read");

            try (OnnxModel out = OnnxFiles.open(folder.resolve("out.onnx"))) {
                assertThat(codes(out.weights("third").orElseThrow())).isEqualTo(codes(model.weights("third").orElseThrow()));
            }
        }
    }

    @Test
    void nothingIsLeftBehindIfEntriesCannotBeRead() throws IOException {
        try (OnnxModel model = OnnxFiles.open("planted")) {
            OnnxWriter writer = new OnnxWriter(model);
            List<Integer> reads = new ArrayList<>();
            TensorProto tensor = writer.tensor("first", ElementType.FLOAT32, Dimensions.of(3), (from, codes) -> {
                reads.add(codes.length);
                if (reads.size() > 1) {
                    throw new IOException("gone");
                }
            }).proto();

            assertThatThrownBy(() -> writer.write(with(model.proto(), tensor), folder.resolve("out.onnx").toString()))
                    .isInstanceOf(FormatException.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static Entries held(long... codes) {
        return (from, some) -> System.arraycopy(codes, (int) from, some, 0, some.length);
    }

    /** With initialisers in place of those of the same names. */
    private static ModelProto with(ModelProto proto, TensorProto... tensors) {
        ModelProto.Builder changed = proto.toBuilder();
        for (int i = 0; i < changed.getGraph().getInitializerCount(); i++) {
            String name = changed.getGraph().getInitializer(i).getName();
            int place = i;
            Arrays.stream(tensors).filter(tensor -> tensor.getName().equals(name))
                    .forEach(tensor -> changed.getGraphBuilder().setInitializer(place, tensor));
        }
        return changed.build();
    }

    private static long[] codes(Weights weights) throws IOException {
        long[] codes = new long[(int) weights.dimensions().entries()];
        weights.entries().read(0, codes);
        return codes;
    }
}
