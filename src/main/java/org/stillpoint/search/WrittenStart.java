package org.stillpoint.search;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.statement.RunFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A start written down as a network in which letters stand for numbers that are drawn: the same letter, the same number.
 *
 * @param shape the network with 1 in place of each letter
 * @param entries one for each parameter, in their order
 */
record WrittenStart(Network shape, List<Entry> entries) implements OwnStart {

    private static final String LETTER = "-?[a-z]";

    WrittenStart {
        entries = List.copyOf(entries);
    }

    /** @throws org.stillpoint.format.FormatException if the value is no such network, or has several outputs */
    static WrittenStart read(JsonCursor value) {
        Network shape = RunFormat.readNetwork(new JsonCursor(value.file(), value.pointer(), withoutLetters(value.node())));
        if (shape.outputs() != 1) {
            throw value.error(shape.outputs() + " outputs, expected 1");
        }
        List<JsonCursor> parameters = value.field("layers").elements().stream().flatMap(layer -> Stream.concat(
                layer.field("weights").elements().stream(), layer.optionalField("bias").stream()))
                .flatMap(row -> row.elements().stream()).toList();
        return new WrittenStart(shape, parameters.stream().map(Entry::read).toList());
    }

    private static JsonNode withoutLetters(JsonNode value) {
        JsonNode copy = value.deepCopy();
        copy.findValues("weights").stream().flatMap(JsonNode::valueStream).forEach(WrittenStart::putOnes);
        copy.findValues("bias").forEach(WrittenStart::putOnes);
        return copy;
    }

    private static void putOnes(JsonNode row) {
        if (row instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isString() && array.get(i).stringValue().matches(LETTER)) {
                    array.set(i, "1");
                }
            }
        }
    }

    @Override
    public boolean suits(List<Integer> widths) {
        return widths.equals(shape.widths());
    }

    @Override
    public int numbers(List<Integer> widths) {
        return letters().size();
    }

    @Override
    public Optional<Network> network(List<Integer> widths, List<BigFraction> numbers) {
        List<String> letters = letters();
        Iterator<BigFraction> parameters = entries.stream().map(entry -> entry.letter()
                .map(letter -> entry.factor().multiply(numbers.get(letters.indexOf(letter)))).orElse(entry.factor())).iterator();
        return Optional.of(new Network(shape.layers().stream().map(layer -> filled(layer, parameters)).toList()));
    }

    private List<String> letters() {
        return entries.stream().flatMap(entry -> entry.letter().stream()).distinct().sorted().toList();
    }

    private static Layer filled(Layer layer, Iterator<BigFraction> parameters) {
        Matrix weights = new Matrix(layer.weights().rows().stream().map(row -> filled(row, parameters)).toList());
        return new Layer(weights, layer.bias().map(bias -> filled(bias, parameters)), layer.activation());
    }

    private static Vector filled(Vector vector, Iterator<BigFraction> parameters) {
        return new Vector(Stream.generate(parameters::next).limit(vector.size()).toList());
    }

    /** A parameter: the factor itself, or the factor times the number that the letter stands for. */
    record Entry(BigFraction factor, Optional<String> letter) {

        static Entry read(JsonCursor value) {
            if (value.node().isString() && value.string().matches(LETTER)) {
                return new Entry(value.string().startsWith("-") ? BigFraction.MINUS_ONE : BigFraction.ONE,
                        Optional.of(value.string().replace("-", "")));
            }
            return new Entry(value.number(), Optional.empty());
        }
    }
}
