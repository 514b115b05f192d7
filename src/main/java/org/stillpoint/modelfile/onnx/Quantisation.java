package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Optional;

/**
 * How a node says which numbers integers stand for that are one of its inputs.
 *
 * @param integers the input that has the integers
 * @param scale that with their scale; empty if it is 1
 * @param zeroPoint that with the integer that stands for 0; empty if it is 0
 * @param axis along which each index may have its own scale and zero point, below 0 counted from the last, which is -1
 */
record Quantisation(String integers, Optional<String> scale, Optional<String> zeroPoint, int axis) {

    private static final String OWN = "com.microsoft";

    /** Of a node whose output is the numbers that its first input stands for. */
    static Optional<Quantisation> ofOutput(NodeProto node) {
        boolean isOne = node.getOpType().equals("DequantizeLinear") && (isStandard(node) || node.getDomain().equals(OWN));
        int axis = OnnxAttributes.of(node).integer("axis").filter(one -> one == one.intValue()).map(Long::intValue).orElse(1);
        return isOne ? of(node, 0, 1, 2, axis) : Optional.empty();
    }

    /** Of the kernel of a node that calculates with integers. */
    static Optional<Quantisation> ofKernel(NodeProto node) {
        if (isStandard(node)) {
            return switch (node.getOpType()) {
                case "QLinearConv" -> of(node, 3, 4, 5, 0);
                case "QLinearMatMul" -> of(node, 3, 4, 5, -1);
                case "ConvInteger" -> of(node, 1, -1, 3, 0);
                case "MatMulInteger" -> of(node, 1, -1, 3, -1);
                default -> Optional.empty();
            };
        }
        if (!node.getDomain().equals(OWN)) {
            return Optional.empty();
        }
        boolean unitsFirst = OnnxAttributes.of(node).integer("transB").orElse(0L) != 0;
        return switch (node.getOpType()) {
            case "QGemm" -> of(node, 3, 4, 5, unitsFirst ? 0 : -1);
            case "DynamicQuantizeMatMul" -> of(node, 1, 2, 3, -1);
            case "MatMulIntegerToFloat" -> of(node, 1, 3, 5, -1);
            default -> Optional.empty();
        };
    }

    private static boolean isStandard(NodeProto node) {
        return node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx");
    }

    private static Optional<Quantisation> of(NodeProto node, int integers, int scale, int zeroPoint, int axis) {
        return input(node, integers).filter(name -> scale < 0 || input(node, scale).isPresent())
                .map(name -> new Quantisation(name, input(node, scale), input(node, zeroPoint), axis));
    }

    private static Optional<String> input(NodeProto node, int place) {
        return place >= 0 && place < node.getInputCount() ? Optional.of(node.getInput(place)).filter(name -> !name.isEmpty())
                : Optional.empty();
    }
}
