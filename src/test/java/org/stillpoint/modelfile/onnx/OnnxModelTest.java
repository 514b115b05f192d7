package org.stillpoint.modelfile.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Weights;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Python wrote is what is read: each entry of each tensor, exactly. */
class OnnxModelTest {

    @ParameterizedTest
    @ValueSource(strings = {"raw", "typed", "pieces", "constants", "functions", "branches", "quantised", "external", "planted"})
    void everyTensorIsReadWithTheEntriesThatPythonWrote(String name) throws IOException {
        JsonNode expected = expected(name);
        try (OnnxModel model = OnnxFiles.open(name)) {
            assertThat(model.weights()).extracting(Weights::name)
                    .containsExactlyElementsOf(texts(expected.get("tensors"), "name"));
            for (int i = 0; i < model.weights().size(); i++) {
                assertAgrees(model.weights().get(i), expected.get("tensors").get(i));
            }
            assertThat(model.notAnalysed()).extracting(NotAnalysed::tensor)
                    .containsExactlyElementsOf(texts(expected.get("notAnalysed")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "typed", "pieces", "constants", "branches", "external"})
    void integersAreKnownExactlyUpToTheLargest(String name) throws IOException {
        JsonNode expected = expected(name).get("integers");
        assertThat(expected.propertyNames()).isNotEmpty();
        try (OnnxModel model = OnnxFiles.open(name)) {
            for (String tensor : expected.propertyNames()) {
                long[] integers = LongStream.range(0, expected.get(tensor).size())
                        .map(i -> expected.get(tensor).get((int) i).asLong()).toArray();

                assertThat(model.integers(tensor)).as(tensor).hasValue(integers);
            }
        }
    }

    @Test
    void aConstantThatIsOneNumberIsKnownExactly() throws IOException {
        try (OnnxModel model = OnnxFiles.open("constants")) {
            assertThat(model.number("float")).hasValue(new BigFraction(13421773, 134217728));
            assertThat(model.number("int")).hasValue(new BigFraction(-7));
            assertThat(model.number("floats")).isEmpty();
            assertThat(model.integers("float")).isEmpty();
        }
    }

    @Test
    void aCopyOfAConstantIsThatConstant() throws IOException {
        try (OnnxModel model = OnnxFiles.open("constants")) {
            assertThat(model.weights("alias")).hasValueSatisfying(copy ->
                    assertThat(copy).isSameAs(model.weights("tensor").orElseThrow()));
        }
    }

    @Test
    void whatIsNotReadIsAConstantWithAReason() throws IOException {
        try (OnnxModel model = OnnxFiles.open("constants")) {
            assertThat(model.weights("float8")).isEmpty();
            assertThat(model.main().isConstant("float8")).isTrue();
            assertThat(model.main().constant("float8")).containsInstanceOf(Constant.Unread.class);
            assertThat(model.notAnalysed()).filteredOn(tensor -> tensor.tensor().equals("float8")).extracting(NotAnalysed::why)
                    .containsExactly("has the type FLOAT8E4M3FN, which is not read");
            assertThat(model.main().isConstant("x")).isFalse();
        }
    }

    @Test
    void aNameInsideANodeStandsForWhatItsGraphHasUnderItAndElseForWhatTheGraphAroundHas() throws IOException {
        try (OnnxModel model = OnnxFiles.open("branches")) {
            NodeProto choice = node(model.main(), "If");
            OnnxGraph then = model.main().inner(choice).get("then_branch");
            OnnxGraph deepest = then.inner(node(then, "If")).get("then_branch");

            assertThat(deepest.weights("weight").orElseThrow().name()).isEqualTo("If_3.then_branch.If_0.then_branch.weight");
            assertThat(then.weights("weight").orElseThrow().name()).isEqualTo("If_3.then_branch.weight");
            assertThat(deepest.weights("outer").orElseThrow()).isSameAs(model.weights("outer").orElseThrow());
            assertThat(model.weights("step")).isEmpty();
        }
    }

    @Test
    void theTensorsOfAGraphAreThoseOfGraphsInsideToo() throws IOException {
        try (OnnxModel model = OnnxFiles.open("branches")) {
            OnnxGraph then = model.main().inner(node(model.main(), "If")).get("then_branch");

            assertThat(model.weights(model.main())).isEqualTo(model.weights());
            assertThat(model.weights(then)).extracting(Weights::name).containsExactly("If_3.then_branch.weight",
                    "If_3.then_branch.If_0.else_branch.deep2", "If_3.then_branch.If_0.then_branch.weight");
        }
    }

    @Test
    void nodesComeAfterThoseWhoseOutputsTheyTakeAlsoByGraphsInside() throws IOException {
        try (OnnxModel model = OnnxFiles.open("branches")) {
            assertThat(model.proto().getGraph().getNodeList()).extracting(NodeProto::getOpType)
                    .containsExactly("If", "Neg", "Loop", "Add");
            assertThat(model.main().nodes()).extracting(NodeProto::getOpType).containsExactly("Neg", "If", "Loop", "Add");
        }
    }

    @Test
    void kernelsOfNodesThatCalculateWithIntegersAreTheNumbersThatTheyStandFor() throws IOException {
        try (OnnxModel model = OnnxFiles.open("quantised")) {
            List<String> kernels = model.main().nodes().stream().map(node -> model.main().quantised(node))
                    .flatMap(Optional::stream).map(Weights::name).toList();

            assertThat(kernels).containsExactly("kernel", "kernel", "kernel (2)", "dense", "integers", "gemm");
        }
    }

    @Test
    void versionsOfTheOperationsAreKnown() throws IOException {
        try (OnnxModel model = OnnxFiles.open("quantised")) {
            assertThat(model.version("")).hasValue(17L);
            assertThat(model.version("com.microsoft")).hasValue(1L);
            assertThat(model.version("none.such")).isEmpty();
        }
    }

    private static NodeProto node(OnnxGraph graph, String type) {
        return graph.nodes().stream().filter(node -> node.getOpType().equals(type)).findFirst().orElseThrow();
    }

    private static JsonNode expected(String name) {
        return JsonMapper.shared().readTree(Path.of(OnnxFiles.FOLDER.toString(), name + ".json").toFile());
    }

    private static List<String> texts(JsonNode list, String... member) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> (member.length == 0 ? list.get(i) : list.get(i).get(member[0])).asString()).toList();
    }

    private static void assertAgrees(Weights weights, JsonNode expected) throws IOException {
        String name = weights.name();
        assertThat(weights.type()).as("type of %s", name).isEqualTo(expected.get("type").asString());
        assertThat(weights.isFloating()).as("whether %s is floating", name).isEqualTo(expected.get("floating").asBoolean());
        assertThat(weights.dimensions().sizes()).as("shape of %s", name)
                .containsExactlyElementsOf(texts(expected.get("dims")).stream().map(Long::valueOf).toList());
        if (!expected.get("entries").isNull()) {
            List<String> entries = texts(expected.get("entries"));
            assertThat(read(weights, 0, entries.size())).as(name).containsExactlyElementsOf(entries);
            for (int from = 0; from < entries.size(); from++) {
                assertThat(read(weights, from, 1)).as("%s from %s", name, from).containsExactly(entries.get(from));
            }
        }
    }

    private static List<String> read(Weights weights, int from, int count) throws IOException {
        long[] codes = new long[count];
        weights.entries().read(from, codes);
        List<String> read = new ArrayList<>();
        for (long code : codes) {
            read.add(written(code));
        }
        return read;
    }

    private static String written(long code) {
        if (code == Code.NOT_A_NUMBER) {
            return "nan";
        }
        if (!Code.isFinite(code)) {
            return code > 0 ? "inf" : "-inf";
        }
        BigFraction number = Code.number(code);
        return number.getNumerator() + "/" + number.getDenominator();
    }
}
