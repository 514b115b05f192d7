#!/usr/bin/python3
"""Writes small ONNX models of every operator that becomes layers, and beside each a JSON file with inputs, with the outputs that
torch computes by its own operators, and with the kinds of layers that are to come out. An output is EXACT where torch computes
it without rounding too, ROUNDED where torch rounds it, NEAR where it is not rational, DRAWN where it cannot be computed.

Run with Debian's python3-onnx (1.12) and python3-torch (1.13). Numbers in the files are exact fractions.
Usage: onnx_graphs.py FOLDER (src/test/resources/models/onnx-graphs)
"""
import json
import os
import sys
from fractions import Fraction

import numpy as np
import torch
import torch.nn.functional as F
from onnx import TensorProto as T, helper, numpy_helper

FOLDER = sys.argv[1]
EXACT, ROUNDED, NEAR, DRAWN = "EXACT", "ROUNDED", "NEAR", "DRAWN"


def start(name):
    global RANDOM
    RANDOM = np.random.RandomState(sum(name.encode()))


def draw(*shape, parts=8, low=-16, high=17):
    """Numbers that every floating-point type has exactly."""
    return RANDOM.randint(low, high, size=shape).astype(np.float32) / parts


def node(operator, inputs, outputs, **attributes):
    return helper.make_node(operator, inputs.split(), outputs.split(), name="node of " + outputs, **attributes)


def number(name, value):
    """A constant without axes, as exporters write those that are no parameters."""
    return helper.make_node("Constant", [], [name], value=numpy_helper.from_array(np.array(value, np.float32)))


def integers(name, *values, scalar=False):
    return numpy_helper.from_array(np.array(values[0] if scalar else values, np.int64), name)


def t(array):
    return torch.from_numpy(np.asarray(array).copy()).double()


def written(tensor):
    return {"shape": list(tensor.shape), "entries": [str(Fraction(float(entry))) for entry in np.asarray(tensor).ravel()]}


def save(name, nodes, weights, inputs, outputs, layers, opset=13, dims=None, opaque=(), fed=None, types=None):
    """
    weights: arrays by name, or tensors as they stand; inputs: arrays by name; outputs: by name, (closeness, tensor);
    layers: kinds in order; dims: shapes of inputs as the graph has them; fed: arrays of further inputs of the network
    """
    initialisers = [numpy_helper.from_array(np.asarray(value), key) if not hasattr(value, "dims") else value
                    for key, value in weights.items()]
    dims = dims or {}
    values = [helper.make_tensor_value_info(key, (types or {}).get(key, T.FLOAT), dims.get(key, value.shape))
              for key, value in inputs.items()]
    made = [helper.make_tensor_value_info(key, T.FLOAT, None) for key in outputs]
    graph = helper.make_graph(nodes, name, values, made, initialisers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8, producer_name="stillpoint")
    with open(os.path.join(FOLDER, name + ".onnx"), "wb") as file:
        file.write(model.SerializeToString(deterministic=True))
    all_inputs = {key: value for key, value in inputs.items() if value.dtype == np.float32}
    all_inputs.update(fed or {})
    with open(os.path.join(FOLDER, name + ".json"), "w") as file:
        json.dump({"inputs": {key: written(value) for key, value in all_inputs.items()},
                   "outputs": [{"name": key, "closeness": close, **(written(value) if value is not None else {})}
                               for key, (close, value) in outputs.items()],
                   "layers": layers.split(), "opaque": list(opaque)}, file, indent=1)
        file.write("\n")


def gemm():
    w, b, v = draw(4, 3), draw(4), draw(4, 2)
    x = draw(2, 3)
    y = 0.5 * t(x) @ t(w).T + 2 * t(b)
    save("gemm", [node("Gemm", "x w b", "y", transB=1, alpha=0.5, beta=2.0), node("Relu", "y", "z"), node("Gemm", "z v", "o")],
         {"w": w, "b": b, "v": v}, {"x": x}, {"o": (EXACT, torch.relu(y) @ t(v))},
         "Dense Pointwise Bias Pointwise Pointwise Dense")


def matrix_products():
    w, b, m, n = draw(3, 4), draw(4), draw(2, 5), draw(2, 4)
    x = draw(2, 5, 3)
    y = t(x) @ t(w) + t(b)
    z = t(m) @ y
    save("matrix-products", [node("MatMul", "x w", "xw"), node("Add", "b xw", "y"), node("MatMul", "m y", "z"),
                             node("Transpose", "n", "turned", perm=[1, 0]), node("MatMul", "z turned", "o")],
         {"w": w, "b": b, "m": m, "n": n}, {"x": x}, {"o": (DRAWN, None), "y": (EXACT, y)},
         "Dense Bias Opaque EachChannel Dense EachChannel Opaque Dense", opaque=["along axis -2", "along axis -1"])
    x = draw(2, 3, 5)
    k = draw(4, 3, 1)
    y = F.conv1d(t(x), t(k))
    v = draw(2, 4)
    save("matrix-first", [node("Conv", "x k", "y"), node("MatMul", "v y", "z")], {"k": k, "v": v}, {"x": x},
         {"z": (EXACT, t(v) @ y)}, "Convolution EachChannel Dense EachChannel")
    n, u = draw(3, 4), draw(4, 4)
    q = draw(2, 4)
    save("transposed-weights", [node("MatMul", "q u", "p"), node("Transpose", "n", "turned"), node("MatMul", "p turned", "o")],
         {"u": u, "n": n}, {"q": q}, {"o": (EXACT, t(q) @ t(u) @ t(n).T)}, "Dense Dense")


def convolutions():
    k1, b1, k2, w = draw(4, 2, 3, 3), draw(4), draw(5, 4, 2, 2), draw(3, 5)
    x = draw(2, 2, 6, 6)
    y = F.max_pool2d(torch.relu(F.conv2d(t(x), t(k1), t(b1), padding=1)), 2)
    y = F.conv2d(F.pad(y, (1, 0, 1, 0)), t(k2), stride=2)
    y = y.mean((2, 3)) @ t(w).T
    save("convolutions", [
        node("Conv", "x k1 b1", "c1", pads=[1, 1, 1, 1], kernel_shape=[3, 3]), node("Relu", "c1", "r"),
        node("MaxPool", "r", "p", kernel_shape=[2, 2], strides=[2, 2]),
        node("Conv", "p k2", "c2", pads=[1, 1, 0, 0], strides=[2, 2]), node("GlobalAveragePool", "c2", "g"),
        node("Flatten", "g", "f"), node("Gemm", "f w", "o", transB=1)],
        {"k1": k1, "b1": b1, "k2": k2, "w": w}, {"x": x}, {"o": (DRAWN, None), "g": (EXACT, F.conv2d(F.pad(F.max_pool2d(
            torch.relu(F.conv2d(t(x), t(k1), t(b1), padding=1)), 2), (1, 0, 1, 0)), t(k2), stride=2).mean((2, 3), keepdim=True))},
        "Convolution Bias Pointwise EachChannel EachChannel Convolution EachChannel EachChannel Dense", dims={"x": ["N", 2, "H", "W"]})
    k = draw(3, 1, 3)
    x = draw(2, 3, 7)
    save("depthwise", [node("Conv", "x k", "o", group=3, dilations=[2], strides=[2], pads=[1, 1])], {"k": k}, {"x": x},
         {"o": (EXACT, F.conv1d(t(x), t(k), groups=3, dilation=2, stride=2, padding=1))}, "Convolution")
    k, v = draw(4, 2, 1), draw(2, 4, 1)
    x = draw(2, 4, 3)
    save("grouped", [node("Conv", "x k", "y", group=2), node("Conv", "y v", "o")], {"k": k, "v": v}, {"x": x},
         {"o": (DRAWN, None)}, "Opaque Convolution", opaque=["2 groups of channels"])
    k, b = draw(3, 2, 2, 3), draw(1, 2, 1, 1)
    x = draw(1, 3, 4, 3)
    y = F.conv_transpose2d(t(x), t(k), stride=2, padding=1, output_padding=1) + t(b)
    save("transposed-convolution", [
        node("ConvTranspose", "x k", "y", strides=[2, 2], pads=[1, 1, 1, 1], output_padding=[1, 1]), node("Add", "y b", "o")],
        {"k": k, "b": b}, {"x": x}, {"o": (EXACT, y)}, "TransposedConvolution Bias")
    k = draw(2, 2, 2)
    x = draw(2, 2, 5)
    save("same", [node("Conv", "x k", "u", auto_pad="SAME_UPPER"), node("Conv", "x k", "l", auto_pad="SAME_LOWER"),
                  node("Conv", "x k", "v", auto_pad="VALID")], {"k": k}, {"x": x},
         {"u": (EXACT, F.conv1d(F.pad(t(x), (0, 1)), t(k))), "l": (EXACT, F.conv1d(F.pad(t(x), (1, 0)), t(k))),
          "v": (EXACT, F.conv1d(t(x), t(k)))}, "EachChannel Convolution EachChannel Convolution Convolution")


def normalisations():
    g, b, m, v = draw(3), draw(3), draw(3), draw(3, low=1, high=9)
    x = draw(2, 3, 4)
    y = F.batch_norm(t(x), t(m), t(v), t(g), t(b), eps=float(np.float32(0.001)))
    save("batch", [node("BatchNormalization", "x g b m v", "o", epsilon=0.001)], {"g": g, "b": b, "m": m, "v": v}, {"x": x},
         {"o": (NEAR, y)}, "BatchNormalisation Scale Bias")
    save("instance", [node("InstanceNormalization", "x g b", "o")], {"g": g, "b": b}, {"x": x}, {"o": (DRAWN, None)},
         "EachChannel Scale Bias")
    g, b, x = draw(4), draw(4), draw(2, 3, 4)
    y = F.layer_norm(t(x), (4,), t(g), t(b), eps=float(np.float32(1e-5)))
    save("layer", [node("LayerNormalization", "x g b", "o")], {"g": g, "b": b}, {"x": x}, {"o": (NEAR, y)},
         "LayerNormalisation Scale Bias", opset=17)
    w = draw(4, 4)
    y = F.layer_norm(t(x) @ t(w), (4,), t(g), t(b), eps=float(np.float32(1e-5)))
    steps = [node("MatMul", "x w", "h"), number("two", 2.0), number("epsilon", 1e-5),
             node("ReduceMean", "h", "mean", axes=[-1]), node("Sub", "h mean", "d"), node("Pow", "d two", "dd"),
             node("ReduceMean", "dd", "v", axes=[-1]), node("Add", "v epsilon", "ve"), node("Sqrt", "ve", "s"),
             node("Div", "d s", "n"), node("Mul", "n g", "ng"), node("Add", "ng b", "o")]
    save("layer-in-steps", steps, {"w": w, "g": g, "b": b}, {"x": x}, {"o": (NEAR, y)}, "Dense LayerNormalisation Scale Bias")
    save("layer-in-steps-used", steps, {"w": w, "g": g, "b": b}, {"x": x}, {"o": (DRAWN, None), "s": (DRAWN, None)},
         "Dense Opaque Opaque Pointwise Sum Pointwise Product Opaque Opaque Product Scale Bias", opaque=["it mixes all channels"])
    x = draw(2, 3)
    save("softmax", [node("Softmax", "x", "o")], {}, {"x": x}, {"o": (NEAR, torch.softmax(t(x), 1))}, "Softmax")
    x, k = draw(2, 3, 4), draw(2, 3, 1)
    save("softmax-before-13", [node("Conv", "x k", "h"), node("Softmax", "h", "a", axis=2), node("Softmax", "h", "o", axis=1)],
         {"k": k}, {"x": x}, {"a": (DRAWN, None), "o": (DRAWN, None)}, "Convolution EachChannel Opaque", opset=11,
         opaque=["over several axes"])


def activations():
    x = draw(2, 5, low=-12, high=13)
    x[0, :4] = [0, -0.5, 1, 3]
    functions = {
        "Relu": (EXACT, torch.relu, {}), "Abs": (EXACT, torch.abs, {}), "Neg": (EXACT, torch.neg, {}),
        "Softsign": (ROUNDED, F.softsign, {}), "Sigmoid": (NEAR, torch.sigmoid, {}), "Tanh": (NEAR, torch.tanh, {}),
        "Softplus": (NEAR, F.softplus, {}), "Elu": (NEAR, F.elu, {}), "Exp": (NEAR, torch.exp, {}), "Erf": (NEAR, torch.erf, {}),
        "LeakyRelu": (EXACT, lambda y: F.leaky_relu(y, float(np.float32(0.01))), {}),
        "HardSigmoid": (EXACT, lambda y: torch.clamp(float(np.float32(0.2)) * y + 0.5, 0, 1), {}),
        "HardSwish": (EXACT, lambda y: y * torch.clamp(float(np.float32(1 / 6)) * y + 0.5, 0, 1), {}),
        "Mish": (NEAR, F.mish, {}), "Gelu": (NEAR, F.gelu, {}), "Selu": (DRAWN, None, {}), "Sin": (DRAWN, None, {})}
    nodes = [node(key, "x", "o" + key, **values[2]) for key, values in functions.items()]
    nodes += [node("LeakyRelu", "x", "olow", alpha=0.25), node("Elu", "x", "ohalf", alpha=0.5),
              node("HardSigmoid", "x", "ohard", alpha=0.25, beta=0.125)]
    outputs = {"o" + key: (close, function(t(x)) if function else None) for key, (close, function, _) in functions.items()}
    outputs.update({"olow": (EXACT, F.leaky_relu(t(x), 0.25)), "ohalf": (DRAWN, None),
                    "ohard": (EXACT, torch.clamp(0.25 * t(x) + 0.125, 0, 1))})
    save("activations", nodes, {}, {"x": x}, outputs, " ".join(["Pointwise"] * 11 + ["Pointwise"] * 2
         + ["Pointwise"] * 2 + ["Product"] + ["Pointwise"] * 2 + ["Product"] + ["Pointwise"] * 3 + ["Pointwise"] * 4), opset=20)
    save("bounds-6", [node("Clip", "x", "o", min=0.0, max=1.5), node("Clip", "x", "l", max=0.5)], {}, {"x": x},
         {"o": (EXACT, torch.clamp(t(x), 0, 1.5)), "l": (EXACT, torch.clamp(t(x), max=0.5))}, "Pointwise Pointwise", opset=6)
    save("bounds", [number("low", -0.5), number("high", float("inf")), node("Clip", "x low high", "o"),
                    node("Max", "x low", "p"), node("Min", "low x", "q")], {}, {"x": x},
         {"o": (EXACT, torch.clamp(t(x), min=-0.5)), "p": (EXACT, torch.clamp(t(x), min=-0.5)),
          "q": (EXACT, torch.clamp(t(x), max=-0.5))}, "Pointwise Pointwise Pointwise")


def gelu_in_steps():
    x = draw(2, 3)
    save("gelu-in-steps", [number("root", float(np.float32(2 ** 0.5))), number("one", 1.0), number("half", 0.5),
                           node("Div", "x root", "d"), node("Erf", "d", "e"), node("Add", "e one", "f"), node("Mul", "x f", "g"),
                           node("Mul", "g half", "o")], {}, {"x": x},
         {"o": (NEAR, t(x) * (1 + torch.erf(t(x) / float(np.float32(2 ** 0.5)))) * 0.5)},
         "Pointwise Pointwise Pointwise Product Pointwise")


def arithmetic():
    x = draw(2, 3, 2)
    x[x == 0] = 1
    numbers = [number("c", 0.75), number("d", 4.0), number("two", 2.0), number("three", 3.0)]
    k, z = draw(3, 3, 1), t(x)
    h = F.conv1d(z, t(k))
    save("scalars", numbers + [
        node("Conv", "x k", "h"), node("Add", "c h", "o1"), node("Sub", "h c", "o2"), node("Sub", "c h", "o3"),
        node("Mul", "h c", "o4"), node("Div", "h d", "o5"), node("Pow", "h two", "o6"), node("Pow", "h three", "o7"),
        node("Div", "c h", "o8")], {"k": k}, {"x": x},
        {"o1": (EXACT, h + 0.75), "o2": (EXACT, h - 0.75), "o3": (EXACT, 0.75 - h), "o4": (EXACT, h * 0.75),
         "o5": (EXACT, h / 4), "o6": (EXACT, h * h), "o7": (DRAWN, None), "o8": (DRAWN, None)},
        "Convolution Pointwise Pointwise Pointwise Pointwise Pointwise Pointwise Product Pointwise Pointwise Pointwise")
    s, u = draw(1), draw(1)
    save("trained-scalars", [node("Conv", "x k", "h"), node("Mul", "s h", "m"), node("Add", "m u", "o"), node("Sub", "m u", "p")],
         {"k": k, "s": s, "u": u}, {"x": x}, {"o": (EXACT, h * t(s) + t(u)), "p": (EXACT, h * t(s) - t(u))},
         "Convolution Scale Bias Pointwise Bias Pointwise")
    a, b, p = draw(3, 1), draw(1, 3, 1), draw(1, 3, 2)
    save("for-each-channel", [
        node("Conv", "x k", "h"), node("Mul", "h a", "o1"), node("Add", "b h", "o2"), node("Sub", "h b", "o3"),
        node("Sub", "b h", "o4"), node("Div", "h a", "o5"), node("Add", "h p", "o6")], {"k": k, "a": a, "b": b, "p": p}, {"x": x},
        {"o1": (EXACT, h * t(a)), "o2": (EXACT, h + t(b)), "o3": (EXACT, h - t(b)), "o4": (EXACT, t(b) - h),
         "o5": (DRAWN, None), "o6": (DRAWN, None)},
        "Convolution Scale Bias Pointwise Bias Pointwise Pointwise Bias Opaque Product Opaque Sum", opaque=["differs from place"])
    k2, k3 = draw(3, 3, 1), draw(3, 3, 2)
    y = F.conv1d(z, t(k2))
    g = F.conv1d(z, t(k3))
    save("two-values", [
        node("Conv", "x k", "h"), node("Conv", "x k2", "y"), node("Conv", "x k3", "g"), node("Add", "h y", "o1"),
        node("Sub", "h y", "o2"), node("Mul", "h g", "o3"), node("Sum", "h y g", "o4"), node("Mean", "h y", "o5"),
        node("Div", "h y", "o6")], {"k": k, "k2": k2, "k3": k3}, {"x": x},
        {"o1": (EXACT, h + y), "o2": (EXACT, h - y), "o3": (EXACT, h * g), "o4": (EXACT, h + y + g), "o5": (EXACT, (h + y) / 2),
         "o6": (DRAWN, None)},
        "Convolution Convolution Convolution Sum Difference Product Sum Sum Sum Pointwise Pointwise Product")
    kt = draw(1, 3, 1)
    save("one-channel-for-all", [node("Conv", "x k", "h"), node("Conv", "x kt", "y"), node("Mul", "y h", "o")],
         {"k": k, "kt": kt}, {"x": x}, {"o": (DRAWN, None)}, "Convolution Convolution Opaque Product", opaque=["another axis"])
    n = draw(3)
    y = F.prelu(h, t(n))
    save("prelu", [node("Conv", "x k", "h"), node("PRelu", "h n", "o"), node("PRelu", "h s", "p")],
         {"k": k, "n": n.reshape(3, 1), "s": s}, {"x": x}, {"o": (EXACT, y), "p": (EXACT, torch.where(h > 0, h, h * t(s)))},
         "Convolution Pointwise Difference Scale Sum Pointwise Difference Scale Sum")


def residual():
    k, k2, k3, b = draw(3, 3, 3, 3), draw(2, 3, 1, 1), draw(3, 2, 1, 1), draw(3)
    x = draw(1, 3, 4, 4)
    h = F.conv2d(t(x), t(k), padding=1)
    s = torch.clamp(float(np.float32(0.2)) * F.conv2d(torch.relu(F.conv2d(h.mean((2, 3), keepdim=True), t(k2))), t(k3), t(b)) + 0.5, 0, 1)
    save("residual", [
        node("Conv", "x k", "h", pads=[1, 1, 1, 1]), node("GlobalAveragePool", "h", "g"), node("Conv", "g k2", "s1"),
        node("Relu", "s1", "s2"), node("Conv", "s2 k3 b", "s3"), node("HardSigmoid", "s3", "s"), node("Mul", "h s", "y"),
        node("Add", "x y", "o")], {"k": k, "k2": k2, "k3": k3, "b": b}, {"x": x}, {"o": (EXACT, t(x) + h * s)},
        "Convolution EachChannel Convolution Pointwise Convolution Bias Pointwise Pointwise Product Sum",
        dims={"x": ["N", 3, "H", "W"]})


def joined():
    k, k2, v = draw(2, 2, 1), draw(3, 2, 1), draw(2, 5, 1)
    x = draw(2, 2, 3)
    a, b = F.conv1d(t(x), t(k)), F.conv1d(t(x), t(k2))
    save("joined", [node("Conv", "x k", "a"), node("Conv", "x k2", "b"), node("Concat", "a b", "c", axis=1),
                    node("Conv", "c v", "o")], {"k": k, "k2": k2, "v": v}, {"x": x},
         {"o": (EXACT, F.conv1d(torch.cat([a, b], 1), t(v)))}, "Convolution Convolution Concatenation Convolution")
    save("joined-places", [node("Conv", "x k", "a"), node("Concat", "a x", "c", axis=-1)], {"k": k}, {"x": x},
         {"c": (DRAWN, None)}, "Convolution EachChannel EachChannel Sum")
    save("split", [node("Conv", "x k2", "b"), node("Split", "b", "p q r", axis=2), node("Split", "b", "s t", axis=1),
                   node("Add", "p q", "o"), node("Conv", "t w", "u")],
         {"k2": k2, "w": draw(2, 1, 1)}, {"x": x}, {"o": (DRAWN, None), "u": (DRAWN, None)},
         "Convolution EachChannel EachChannel EachChannel Opaque Sum Convolution", opset=11, opaque=["some of the channels"])


def places():
    k = draw(2, 2, 3, 3)
    x = draw(1, 2, 6, 6)
    h = F.conv2d(t(x), t(k), padding=1)
    nodes = [node("Conv", "x k", "h", pads=[1, 1, 1, 1]),
             node("AveragePool", "h", "o1", kernel_shape=[2, 2], pads=[1, 1, 1, 1], strides=[2, 2]),
             node("AveragePool", "h", "o2", kernel_shape=[2, 2], pads=[1, 1, 1, 1], count_include_pad=1),
             node("MaxPool", "h", "o3", kernel_shape=[3, 3], pads=[1, 1, 1, 1], dilations=[1, 1], strides=[2, 2]),
             node("MaxPool", "h", "o4", kernel_shape=[4, 4], strides=[4, 4], ceil_mode=1),
             node("GlobalMaxPool", "h", "o5"), node("Pad", "h pads", "o6"), number("c", 0.5), node("Pad", "h pads c", "o7"),
             node("Transpose", "h", "o8", perm=[0, 2, 3, 1]), node("ReduceMean", "h", "o9", axes=[2, 3], keepdims=0),
             node("ReduceMax", "h", "o10", axes=[-1]), node("Unsqueeze", "h zero", "o11"), node("Squeeze", "o5 last", "o12"),
             node("Slice", "h start end at", "o13"), node("Gather", "h index", "o14", axis=2),
             node("Resize", "h empty scales", "o15", mode="nearest", coordinate_transformation_mode="asymmetric",
                  nearest_mode="floor"),
             node("Resize", "h empty scales", "o16", mode="linear"), node("Resize", "h empty scales", "o17", mode="nearest"),
             node("Tile", "h times", "o18"), node("Expand", "o5 to", "o19"), node("ReduceMean", "h", "o20", axes=[1])]
    weights = {"k": k, "pads": integers("pads", 0, 0, 1, 0, 0, 0, 0, 2), "zero": integers("zero", 0), "last": integers("last", 3), "start": integers("start", 1),
               "end": integers("end", 3), "at": integers("at", 2), "index": integers("index", 1, scalar=True),
               "empty": np.zeros(0, np.float32), "scales": np.array([1, 1, 2, 2], np.float32),
               "times": integers("times", 1, 1, 2, 1), "to": integers("to", 1, 1, 3, 3)}
    up = h.repeat_interleave(2, 2).repeat_interleave(2, 3)
    outputs = {"o1": (EXACT, F.avg_pool2d(h, 2, 2, 1, count_include_pad=False)), "o2": (EXACT, F.avg_pool2d(h, 2, 1, 1)),
               "o3": (EXACT, F.max_pool2d(h, 3, 2, 1)), "o4": (DRAWN, None), "o5": (EXACT, h.amax((2, 3), keepdim=True)),
               "o6": (EXACT, F.pad(h, (0, 2, 1, 0))), "o7": (EXACT, F.pad(h, (0, 2, 1, 0), value=0.5)),
               "o8": (EXACT, h.permute(0, 2, 3, 1)), "o9": (ROUNDED, h.mean((2, 3))), "o10": (DRAWN, None), "o11": (DRAWN, None),
               "o12": (DRAWN, None), "o13": (DRAWN, None), "o14": (DRAWN, None), "o15": (EXACT, up), "o16": (DRAWN, None),
               "o17": (EXACT, F.interpolate(h, scale_factor=2, mode="nearest-exact")), "o18": (DRAWN, None), "o19": (DRAWN, None)}
    save("places", nodes, weights, {"x": x}, outputs, " ".join(["Convolution"] + ["EachChannel"] * 19 + ["Opaque"]),
         opaque=["it mixes all channels"])


def flattened():
    k, w = draw(3, 1, 2, 2), draw(12, 2)
    x = draw(2, 1, 3, 3)
    h = F.conv2d(t(x), t(k))
    unknown = {"x": ["N", 1, "H", "W"]}
    y = h.flatten(1) @ t(w)
    save("flattened", [node("Conv", "x k", "h"), node("Flatten", "h", "f"), node("MatMul", "f w", "o")], {"k": k, "w": w},
         {"x": x}, {"o": (EXACT, y)}, "Convolution Flatten Dense", dims=unknown)
    save("reshaped", [node("Conv", "x k", "h"), node("Reshape", "h to", "f"), node("Relu", "f", "r"), node("Gemm", "r w", "o")],
         {"k": k, "w": w, "to": integers("to", 0, -1)}, {"x": x}, {"o": (EXACT, torch.relu(h.flatten(1)) @ t(w))},
         "Convolution Flatten Pointwise Dense", dims=unknown)
    save("channels-last", [node("Conv", "x k", "h"), node("Transpose", "h", "m", perm=[0, 2, 3, 1]),
                           node("Reshape", "m to", "f"), node("Gemm", "f w", "o")],
         {"k": k, "w": w, "to": integers("to", -1, 12)}, {"x": x}, {"o": (EXACT, h.permute(0, 2, 3, 1).flatten(1) @ t(w))},
         "Convolution EachChannel Flatten Dense")
    save("computed-shape", [
        node("Conv", "x k", "h"), node("Shape", "h", "s"), node("Gather", "s zero", "n"), node("Unsqueeze", "n first", "n1"),
        node("Concat", "n1 three rest", "to", axis=0), node("Reshape", "h to", "f"), node("Transpose", "f", "m", perm=[0, 2, 1]),
        node("MatMul", "m v", "o")],
        {"k": k, "v": (v := draw(3, 2)), "zero": integers("zero", 0, scalar=True), "first": integers("first", 0),
         "three": integers("three", 3), "rest": integers("rest", -1)}, {"x": x}, {"o": (DRAWN, None)},
        "Convolution EachChannel EachChannel Dense", dims=unknown)
    save("mixed-channels", [node("Conv", "x k", "h"), node("Reshape", "h to", "f"), node("MatMul", "f v", "o")],
         {"k": k, "v": draw(2, 2), "to": integers("to", 0, 6, 2)}, {"x": x}, {"o": (DRAWN, None)}, "Convolution Opaque Dense",
         dims=unknown, opaque=["it divides or mixes channels"])


def others():
    x = draw(2, 3)
    w = draw(3, 3)
    ones = np.ones((2, 3), np.float32)
    save("dropout", [node("MatMul", "x w", "h"), node("Dropout", "h", "o")], {"w": w}, {"x": x},
         {"o": (EXACT, t(x) @ t(w))}, "Dense Product", fed={"o (mask)": ones})
    save("tied", [node("MatMul", "x w", "h"), node("Relu", "h", "r"), node("MatMul", "r w", "o")], {"w": w}, {"x": x},
         {"o": (EXACT, torch.relu(t(x) @ t(w)) @ t(w))}, "Dense Pointwise Dense")
    save("same-value", [node("MatMul", "x w", "h"), node("Identity", "h", "i"), node("Cast", "i", "c", to=T.FLOAT),
                        node("Relu", "c", "o")], {"w": w}, {"x": x}, {"o": (EXACT, torch.relu(t(x) @ t(w)))}, "Dense Pointwise")
    table, v = draw(5, 3), draw(3, 2)
    tokens = np.array([[1, 4], [0, 2]], np.int64)
    save("embedding", [node("Gather", "table tokens", "e"), node("MatMul", "e v", "o")], {"table": table, "v": v},
         {"tokens": tokens}, {"o": (DRAWN, None)}, "Opaque Dense", opaque=["an embedding"], types={"tokens": T.INT64})
    q, p = draw(3, 3), draw(3, 3)
    x = draw(1, 2, 3)
    save("attention", [node("MatMul", "x q", "a"), node("MatMul", "x p", "b"), node("Transpose", "b", "bt", perm=[0, 2, 1]),
                       node("MatMul", "a bt", "s"), node("Softmax", "s", "m"), node("MatMul", "m a", "y"),
                       node("MatMul", "y v", "o")], {"q": q, "p": p, "v": v}, {"x": x}, {"o": (DRAWN, None)},
         "Dense Dense EachChannel Opaque Opaque Dense", opaque=["both depend on what is fed"])
    wi, wr = draw(1, 8, 3), draw(1, 8, 2)
    save("recurrent", [node("LSTM", "x wi wr", "y h c", hidden_size=2), node("Squeeze", "h first", "hs"),
                       node("Gemm", "hs u", "o")], {"wi": wi, "wr": wr, "first": integers("first", 0), "u": draw(2, 2)}, {"x": x},
         {"o": (DRAWN, None)}, "Opaque Opaque Dense", opaque=["it has no rules"])
    save("own-operator", [helper.make_node("Mystery", ["x", "w"], ["h"], domain="some.one"), node("MatMul", "h w", "o")],
         {"w": w}, {"x": x}, {"o": (DRAWN, None)}, "Opaque Dense", opaque=["of the domain"])
    kt, ke = draw(2, 2, 1), draw(2, 2, 1)
    x = draw(1, 2, 3)

    def branch(name, kernel):
        tensor = numpy_helper.from_array(kernel, "kernel")
        return helper.make_graph([node("Conv", "x kernel", "y")], name,
                                 [], [helper.make_tensor_value_info("y", T.FLOAT, None)], [tensor])

    save("branches", [node("If", "which", "h", then_branch=branch("a", kt), else_branch=branch("b", ke)), node("Conv", "h k", "o")],
         {"k": draw(1, 2, 1)}, {"x": x, "which": np.array(True)}, {"o": (DRAWN, None)},
         "Convolution Convolution Opaque Convolution", opaque=["which branch is taken"], types={"which": T.BOOL})
    step = float(np.float32(0.125))
    save("fake-quantised", [number("s", step), helper.make_node("Constant", [], ["z"], value=numpy_helper.from_array(
        np.array(3, np.int8))), node("Conv", "x k", "h"), node("QuantizeLinear", "h s z", "q"), node("DequantizeLinear", "q s z", "o")],
        {"k": kt}, {"x": x}, {"o": (DRAWN, None)}, "Convolution Pointwise Pointwise")
    x = draw(1, 4, 3, 2)
    k = draw(3, 2, 1, 1)
    save("channels-last-input", [node("Transpose", "x", "m", perm=[0, 3, 1, 2]), node("Conv", "m k", "o")], {"k": k}, {"x": x},
         {"o": (EXACT, F.conv2d(t(x).permute(0, 3, 1, 2), t(k)))}, "EachChannel Convolution")


for make in (gemm, matrix_products, convolutions, normalisations, activations, gelu_in_steps, arithmetic, residual, joined, places,
             flattened, others):
    start(make.__name__)
    make()
