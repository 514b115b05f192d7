#!/usr/bin/python3
"""Writes the models of src/test/resources/models/simplify: small ONNX files with units that can go, and traps."""

import os

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

FOLDER = os.path.join(os.path.dirname(__file__), "../resources/models/simplify")


class Weights:
    """Quarters from -2 to 2, none of them 0, the same in each run."""

    def __init__(self, seed):
        self.random = np.random.RandomState(seed)
        self.tensors = {}

    def draw(self, name, *shape):
        entries = self.random.randint(1, 9, shape) * self.random.choice([-1, 1], shape)
        self.tensors[name] = (entries / 4).astype(np.float32)
        return self.tensors[name]

    def put(self, name, entries, dtype=np.float32):
        self.tensors[name] = np.array(entries, dtype)
        return self.tensors[name]


def write(name, nodes, weights, inputs, outputs, infer=True, inputs_too=False):
    def values(shapes):
        return [helper.make_tensor_value_info(one, TensorProto.FLOAT, shape) for one, shape in shapes.items()]

    fed = values(inputs)
    if inputs_too:
        fed += [helper.make_tensor_value_info(one, TensorProto.FLOAT, entries.shape) for one, entries in weights.tensors.items()]
    graph = helper.make_graph(nodes, name, fed, values(outputs),
                              [numpy_helper.from_array(entries, one) for one, entries in weights.tensors.items()])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="simplify.py")
    model.ir_version = 7
    if infer:
        model = onnx.shape_inference.infer_shapes(model)
    onnx.checker.check_model(model)
    onnx.save(model, os.path.join(FOLDER, name + ".onnx"))


def node(kind, inputs, output, **attributes):
    return helper.make_node(kind, inputs, [output], **attributes)


def pictures():
    """Filter 1 is read by nobody, gamma of filter 2 is 0 with beta below 0, hidden unit 3 is a constant, 4 is a twin of 0."""
    w = Weights(1)
    w.draw("filters", 4, 2, 3, 3)
    w.put("gamma", [1, 2, 0, 1])
    w.put("beta", [0.25, 1, -1, 0.5])
    w.put("mean", [0, 0.5, 1, 0])
    w.put("variance", [3, 2, 1, 0.5])
    w.draw("depthwise", 4, 1, 3, 3)
    w.put("depthwise.bias", [0.25, 1, 0, -0.5])
    w.draw("mix", 4, 4, 1, 1)[:, 1] = 0
    w.draw("mix.bias", 4)
    w.put("sizes", [-1, 4], np.int64)
    hidden = w.draw("hidden", 5, 4)
    hidden[3] = 0
    hidden[4] = hidden[0]
    w.put("hidden.bias", [0.25, -1, 0.5, 2, 0.25])
    w.draw("last", 5, 3)
    write("pictures", [
        node("Conv", ["x", "filters"], "filtered", kernel_shape=[3, 3], pads=[1, 1, 1, 1]),
        node("BatchNormalization", ["filtered", "gamma", "beta", "mean", "variance"], "normalised", epsilon=0.0),
        node("Relu", ["normalised"], "first"),
        node("Conv", ["first", "depthwise", "depthwise.bias"], "second", group=4, kernel_shape=[3, 3], pads=[1, 1, 1, 1]),
        node("Relu", ["second"], "third"),
        node("MaxPool", ["third"], "pooled", kernel_shape=[2, 2], strides=[2, 2]),
        node("Conv", ["pooled", "mix", "mix.bias"], "mixed"),
        node("GlobalAveragePool", ["mixed"], "meant"),
        node("Reshape", ["meant", "sizes"], "flat"),
        node("Gemm", ["flat", "hidden", "hidden.bias"], "before", transB=1),
        node("Relu", ["before"], "after"),
        node("MatMul", ["after", "last"], "y"),
    ], w, {"x": ["n", 2, 6, 6]}, {"y": ["n", 3]})


def reshaped():
    """As PaddlePaddle writes biases; all that is read of the channels is channel 0. Numbers of channels stand in two constants."""
    w = Weights(2)
    w.draw("filters", 3, 1, 1, 1)
    w.put("bias", [0.5, 1, 2])
    w.put("bias.sizes", [1, 3, 1, 1], np.int64)
    w.put("flat.sizes", [-1, 12], np.int64)
    last = w.draw("last", 12, 2)
    last[4:] = 0
    write("reshaped", [
        node("Conv", ["x", "filters"], "filtered"),
        node("Reshape", ["bias", "bias.sizes"], "bias.seen"),
        node("Add", ["filtered", "bias.seen"], "shifted"),
        node("Relu", ["shifted"], "cut"),
        node("Reshape", ["cut", "flat.sizes"], "flat"),
        node("MatMul", ["flat", "last"], "y"),
    ], w, {"x": ["n", 1, 2, 2]}, {"y": ["n", 2]})


def computed():
    """Unit 1 is read by nobody, but the number of units is computed with."""
    w = Weights(3)
    w.draw("in", 2, 3)
    w.draw("out", 3, 2)[1] = 0
    write("computed", [
        node("MatMul", ["x", "in"], "hidden"),
        node("Shape", ["hidden"], "shape"),
        node("Cast", ["shape"], "size", to=TensorProto.FLOAT),
        node("ReduceProd", ["size"], "product", keepdims=0),
        node("MatMul", ["hidden", "out"], "made"),
        node("Mul", ["made", "product"], "y"),
    ], w, {"x": ["n", 2]}, {"y": ["n", 2]})


def elsewhere():
    """Unit 1 is read by nobody, but its weights are an output too, and those of another layer."""
    w = Weights(4)
    w.draw("in", 2, 2)
    w.draw("out", 2, 2)[1] = 0
    write("elsewhere", [
        node("MatMul", ["x", "in"], "hidden"),
        node("MatMul", ["hidden", "out"], "made"),
        node("Gather", ["in", "which"], "row", axis=0),
        node("Add", ["made", "row"], "y"),
    ], w_with_index(w), {"x": ["n", 2]}, {"y": ["n", 2]})


def w_with_index(w):
    w.put("which", 0, np.int64)
    return w


def inputs():
    """Old files have initialisers among the inputs as well. Unit 2 is read by nobody."""
    w = Weights(5)
    w.draw("in", 2, 3)
    w.draw("b", 3)
    w.draw("out", 3, 1)[2] = 0
    write("inputs", [
        node("MatMul", ["x", "in"], "hidden"),
        node("Add", ["hidden", "b"], "shifted"),
        node("Sigmoid", ["shifted"], "cut"),
        node("MatMul", ["cut", "out"], "y"),
    ], w, {"x": ["n", 2]}, {"y": ["n", 1]}, inputs_too=True)


def healthy():
    w = Weights(6)
    w.draw("in", 2, 3)
    w.draw("out", 3, 1)
    write("healthy", [
        node("MatMul", ["x", "in"], "hidden"),
        node("Relu", ["hidden"], "cut"),
        node("MatMul", ["cut", "out"], "y"),
    ], w, {"x": ["n", 2]}, {"y": ["n", 1]})


if __name__ == "__main__":
    os.makedirs(FOLDER, exist_ok=True)
    for model in (pictures, reshaped, computed, elsewhere, inputs, healthy):
        model()
