package org.stillpoint.modelfile.onnx.translation;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.onnx.OnnxAttributes;
import org.stillpoint.modelfile.tensor.Code;

/**
 * A node of a graph.
 *
 * @param prefix what the names of the graph begin with in reports, nothing for the main graph
 * @param opset the version of the standard operators that the model asks for
 */
record Node(NodeProto proto, OnnxAttributes attributes, String prefix, long opset) {

    static Node of(NodeProto proto, String prefix, long opset) {
        return new Node(proto, OnnxAttributes.of(proto), prefix, opset);
    }

    /** One in the place of this one. */
    Node replacedBy(NodeProto other) {
        return of(other, prefix, opset);
    }

    String operator() {
        return proto.getOpType();
    }

    /** Whether it is one of the operators of ONNX itself. */
    boolean isStandard() {
        return proto.getDomain().isEmpty() || proto.getDomain().equals("ai.onnx");
    }

    /** The name of its layer: that of what it makes first. */
    String name() {
        return prefix + proto.getOutputList().stream().filter(output -> !output.isEmpty()).findFirst()
                .orElseGet(() -> proto.getName().isEmpty() ? proto.getOpType() : proto.getName());
    }

    /** The name of one of the layers that it needs before the one that has its own name. */
    String part(String part) {
        return LayerNames.part(name(), part);
    }

    /** The name of an input; empty if it is left out. */
    String input(int index) {
        return index < proto.getInputCount() ? proto.getInput(index) : "";
    }

    boolean has(int input) {
        return !input(input).isEmpty();
    }

    /** The name of an output; empty if it is left out. */
    String output(int index) {
        return index < proto.getOutputCount() ? proto.getOutput(index) : "";
    }

    /** The name of the value that an output is. */
    String made(int output) {
        return prefix + output(output);
    }

    boolean has(String attribute) {
        return attributes.attribute(attribute).isPresent();
    }

    long integer(String name, long otherwise) {
        return attributes.integer(name).orElse(otherwise);
    }

    String text(String name, String otherwise) {
        return attributes.text(name).orElse(otherwise);
    }

    /** A list of integers; empty if it is not there. */
    Optional<List<Long>> integers(String name) {
        return !has(name) ? Optional.empty()
                : Optional.of(attributes.integers(name).map(all -> Arrays.stream(all).boxed().toList()).orElse(List.of()));
    }

    /** A list of small integers, or as many times the same if it is not there. */
    List<Integer> integers(String name, int count, int otherwise) {
        List<Long> all = integers(name).orElseGet(() -> Collections.nCopies(count, (long) otherwise));
        NotUnderstood.unless(all.size() == count && all.stream().allMatch(one -> one >= 0 && one < 1 << 20),
                name + " " + Words.written(all));
        return all.stream().map(Long::intValue).toList();
    }

    /** @param otherwise the bits of the binary32 that it is if it is not there */
    BigFraction number(String name, int otherwise) {
        return has(name) ? number(name).orElseThrow(() -> new NotUnderstood(name + " is no finite number"))
                : Code.number(Code.ofBinary32(otherwise & 0xFFFFFFFFL));
    }

    Optional<BigFraction> number(String name) {
        return attributes.number(name);
    }
}
