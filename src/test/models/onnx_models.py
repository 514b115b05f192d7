#!/usr/bin/python3
"""Writes small ONNX models with every way in which the format stores numbers, and beside each a JSON file with what is in it.

Run with Debian's python3-onnx (1.12). The numbers in the JSON files are exact fractions, made by Python.
Usage: onnx_models.py FOLDER (src/test/resources/models/onnx)
"""
import json
import os
import struct
import sys
from fractions import Fraction

import numpy as np
from onnx import TensorProto as T, helper, numpy_helper

FOLDER = sys.argv[1]
RANDOM = np.random.RandomState(20260101)


def text(value):
    """A number as a fraction, both zeros alike; or what is none."""
    value = value if isinstance(value, (int, Fraction)) else float(value)
    if isinstance(value, float) and value != value:
        return "nan"
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return str(value)
    fraction = Fraction(value)
    return "%d/%d" % (fraction.numerator, fraction.denominator)


def facts(name, kind, values, dims, floating=None):
    is_floating = kind.startswith(("float", "bfloat")) if floating is None else floating
    return {"name": name, "type": kind, "floating": is_floating, "dims": list(dims), "entries": [text(value) for value in values]}


def save(name, model, tensors, unread=(), integers=None):
    content = model if isinstance(model, bytes) else model.SerializeToString(deterministic=True)
    with open(os.path.join(FOLDER, name + ".onnx"), "wb") as file:
        file.write(content)
    with open(os.path.join(FOLDER, name + ".json"), "w") as file:
        json.dump({"tensors": tensors, "notAnalysed": list(unread), "integers": integers or {}}, file, indent=0)
        file.write("\n")


def info(name, dims=(None,), kind=T.FLOAT):
    return helper.make_tensor_value_info(name, kind, list(dims))


def model(nodes, initialisers=(), inputs=("x",), outputs=("y",), sparse=(), opset=17, others=()):
    graph = helper.make_graph(nodes, "graph", [info(name) for name in inputs], [info(name) for name in outputs],
                              list(initialisers), sparse_initializer=list(sparse))
    imports = [helper.make_opsetid("", opset)] + [helper.make_opsetid(domain, 1) for domain in others]
    return helper.make_model(graph, producer_name="onnx_models.py", opset_imports=imports, ir_version=8)


def same():
    return helper.make_node("Relu", ["x"], ["y"], "same")


def tensor(name, kind, dims, **fields):
    result = T(name=name, data_type=kind, dims=dims)
    for field, values in fields.items():
        if field == "raw_data":
            result.raw_data = values
        else:
            getattr(result, field).extend(values)
    return result


# Numbers of every type: zeros of both signs, the least and the largest, subnormal ones, none at all.
FLOATS = {
    "float32": (T.FLOAT, np.array([0.0, -0.0, 0.1, -1.5, 3.4028234e38, 1e-45, 1.1754944e-38, np.nan, np.inf, -np.inf, 7,
                                   -2.5e-20], np.float32)),
    "float64": (T.DOUBLE, np.array([0.0, -0.0, 0.1, -1.5, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, np.nan, np.inf,
                                    -np.inf, 7, 1e-200])),
    "float16": (T.FLOAT16, np.array([0.0, -0.0, 0.1, -1.5, 65504, 6e-8, 6.104e-05, np.nan, np.inf, -np.inf, 7, -3e-7],
                                    np.float16)),
}
BFLOAT16 = np.array([0x0000, 0x8000, 0x3DCD, 0xBFC0, 0x7F7F, 0x0001, 0x0080, 0x7FC0, 0x7F80, 0xFF80, 0x40E0, 0x8003], np.uint16)
INTEGERS = {
    "int8": (T.INT8, np.int8), "uint8": (T.UINT8, np.uint8), "int16": (T.INT16, np.int16), "uint16": (T.UINT16, np.uint16),
    "int32": (T.INT32, np.int32), "uint32": (T.UINT32, np.uint32), "int64": (T.INT64, np.int64), "uint64": (T.UINT64, np.uint64),
}


def bfloats():
    return (BFLOAT16.astype(np.uint32) << 16).view(np.float32)


def spread(kind):
    """Integers of a type, of at most 53 bits, and so many as make varints of every length."""
    low = max(np.iinfo(kind).min, -(2 ** 53))
    high = min(np.iinfo(kind).max, 2 ** 53)
    return np.array([0, 1, high, low, high // 2, high // 3, low // 3, 100, high - 1, 5, low // 5, 127], kind)


def typed_field(kind):
    return {"float32": "float_data", "float64": "double_data", "int64": "int64_data", "uint32": "uint64_data",
            "uint64": "uint64_data"}.get(kind, "int32_data")


def every_type():
    raw, typed, all_raw, all_typed = [], [], [], []
    for kind, (number, values) in FLOATS.items():
        raw.append(tensor(kind, number, [3, 4], raw_data=values.tobytes()))
        all_raw.append(facts(kind, kind, values, [3, 4]))
        stored = values.view(np.uint16).tolist() if kind == "float16" else values.tolist()
        typed.append(tensor(kind, number, [3, 4], **{typed_field(kind): stored}))
        all_typed.append(facts(kind, kind, values, [3, 4]))
    raw.append(tensor("bfloat16", T.BFLOAT16, [2, 6], raw_data=BFLOAT16.tobytes()))
    all_raw.append(facts("bfloat16", "bfloat16", bfloats(), [2, 6]))
    typed.append(tensor("bfloat16", T.BFLOAT16, [2, 6], int32_data=BFLOAT16.tolist()))
    all_typed.append(facts("bfloat16", "bfloat16", bfloats(), [2, 6]))
    for kind, (number, of) in INTEGERS.items():
        values = spread(of)
        raw.append(tensor(kind, number, [12], raw_data=values.tobytes()))
        all_raw.append(facts(kind, kind, [int(value) for value in values], [12]))
        typed.append(tensor(kind, number, [12], **{typed_field(kind): [int(value) for value in values]}))
        all_typed.append(facts(kind, kind, [int(value) for value in values], [12]))
    for tensors, listed in ((raw, all_raw), (typed, all_typed)):
        tensors.append(tensor("number", T.FLOAT, [], float_data=[0.75]) if tensors is typed
                       else tensor("number", T.FLOAT, [], raw_data=struct.pack("<f", 0.75)))
        listed.append(facts("number", "float32", [0.75], []))
        tensors.append(tensor("none", T.FLOAT, [2, 0, 3]))
        listed.append(facts("none", "float32", [], [2, 0, 3]))
    raw.append(tensor("bool", T.BOOL, [3], raw_data=b"\x00\x01\x01"))
    typed.append(tensor("bool", T.BOOL, [3], int32_data=[0, 1, 1]))
    for listed in (all_raw, all_typed):
        listed.append(facts("bool", "bool", [0, 1, 1], [3]))
    limits = [2 ** 63 - 1, -2 ** 63, -1]
    raw.append(tensor("limits", T.INT64, [3], raw_data=struct.pack("<3q", *limits)))
    typed.append(tensor("limits", T.INT64, [3], int64_data=limits))
    for listed in (all_raw, all_typed):
        listed.append({"name": "limits", "type": "int64", "floating": False, "dims": [3], "entries": None})
    save("raw", model([same()], raw), all_raw, integers={"limits": limits})
    save("typed", model([same()], typed), all_typed, integers={"limits": limits})


# The wire format by hand, for what this version of Python never writes.

def varint(value):
    value &= 2 ** 64 - 1
    result = b""
    while value > 127:
        result += bytes([value & 127 | 128])
        value >>= 7
    return result + bytes([value])


def field(number, content):
    return varint(number << 3 | 2) + varint(len(content)) + content


def each(number, wire, encoded):
    return b"".join(varint(number << 3 | wire) + one for one in encoded)


def pieces():
    """Numbers that are not packed, or in several pieces, of a graph that comes in two parts, with fields that nobody knows."""
    floats = [0.5, -0.25, 3.0, 1e-30, 2.0, 7.0]
    longs = [int(value) for value in RANDOM.randint(-2 ** 40, 2 ** 40, 20)]
    halves = np.array([1.5, -2.25, 6e-8], np.float16)
    tensors = [
        T(name="unpacked", data_type=T.FLOAT, dims=[6]).SerializeToString()
        + each(4, 5, [struct.pack("<f", one) for one in floats]),
        T(name="mixed", data_type=T.FLOAT, dims=[2, 3]).SerializeToString()
        + each(4, 5, [struct.pack("<f", one) for one in floats[:2]]) + field(4, struct.pack("<3f", *floats[2:5])) + field(4, b"")
        + each(4, 5, [struct.pack("<f", floats[5])]),
        T(name="doubles", data_type=T.DOUBLE, dims=[6]).SerializeToString()
        + each(10, 1, [struct.pack("<d", one) for one in floats]),
        T(name="longs", data_type=T.INT64, dims=[20]).SerializeToString() + each(7, 0, [varint(one) for one in longs[:7]])
        + field(7, b"".join(varint(one) for one in longs[7:])),
        T(name="unsigned", data_type=T.UINT32, dims=[2]).SerializeToString() + each(11, 0, [varint(2 ** 32 - 1), varint(3)]),
        T(name="halves", data_type=T.FLOAT16, dims=[3]).SerializeToString()
        + each(5, 0, [varint(int(one)) for one in halves.view(np.uint16)]),
        # An integer below 0 in ten bytes, one in five, and a type that comes after the numbers.
        field(8, b"late") + field(5, varint(-3) + varint(-3 & 0xFFFFFFFF) + b"\x85\x80\x80\x00") + each(1, 0, [varint(3)])
        + each(2, 0, [varint(T.INT8)]) + field(999, b"of the future") + each(998, 5, [b"abcd"]) + each(997, 1, [b"abcdefgh"]),
    ]
    base = model([same()], [numpy_helper.from_array(np.float32([1, 2]), "first")]).SerializeToString(deterministic=True)
    graph = b"".join(field(5, one) for one in tensors)
    save("pieces", base + field(7, graph) + each(990, 0, [varint(5)]), [
        facts("first", "float32", [1, 2], [2]),
        facts("unpacked", "float32", np.float32(floats), [6]),
        facts("mixed", "float32", np.float32(floats), [2, 3]),
        facts("doubles", "float64", floats, [6]),
        facts("longs", "int64", longs, [20]),
        facts("unsigned", "uint32", [2 ** 32 - 1, 3], [2]),
        facts("halves", "float16", halves, [3]),
        facts("late", "int8", [-3, -3, 5], [3]),
    ], integers={"longs": longs, "late": [-3, -3, 5]})


def constants():
    """All ways of a Constant node, and tensors that are not read."""
    value = numpy_helper.from_array(np.float32([[1, -2], [0, 0.1]]), "inner name")
    sparse = helper.make_sparse_tensor(helper.make_tensor("sparse", T.FLOAT, [1], [1.0]),
                                       helper.make_tensor("at", T.INT64, [1], [2]), [5])
    nodes = [
        helper.make_node("Constant", [], ["tensor"], value=value),
        helper.make_node("Constant", [], ["float"], value_float=0.1),
        helper.make_node("Constant", [], ["floats"], value_floats=[0.1, -2.5, 0.0]),
        helper.make_node("Constant", [], ["int"], value_int=-7),
        helper.make_node("Constant", [], ["ints"], value_ints=[2 ** 62, -1, 0]),
        helper.make_node("Constant", [], ["string"], value_string="text"),
        helper.make_node("Constant", [], ["strings"], value_strings=["a", "b"]),
        helper.make_node("Constant", [], ["sparse value"], sparse_value=sparse),
        helper.make_node("Identity", ["tensor"], ["alias"]),
        helper.make_node("MatMul", ["x", "alias"], ["y"]),
    ]
    float8 = T(name="float8", data_type=17, dims=[2], raw_data=b"ab")
    unknown = T(name="unknown", data_type=99, dims=[2], raw_data=b"ab")
    complex64 = helper.make_tensor("complex", T.COMPLEX64, [1], [1 + 2j])
    texts = helper.make_tensor("texts", T.STRING, [2], [b"a", b"b"])
    segment = T(name="segment", data_type=T.FLOAT, dims=[4], float_data=[1, 2])
    segment.segment.begin = 0
    segment.segment.end = 2
    save("constants", model(nodes, [float8, unknown, complex64, texts, segment], sparse=[sparse]), [
        facts("tensor", "float32", np.float32([1, -2, 0, 0.1]), [2, 2]),
        facts("float", "float32", [np.float32(0.1)], []),
        facts("floats", "float32", np.float32([0.1, -2.5, 0.0]), [3]),
        facts("int", "int64", [-7], []),
        {"name": "ints", "type": "int64", "floating": False, "dims": [3], "entries": [text(2 ** 62), text(-1), text(0)]},
    ], ["float8", "unknown", "complex", "texts", "segment", "sparse", "string", "strings", "sparse value"],
        integers={"int": [-7], "ints": [2 ** 62, -1, 0]})


def functions():
    """Constants in a function of the model, and initialisers of a graph for training."""
    weight = numpy_helper.from_array(np.float32([1, 2]), "weight")
    result = model([helper.make_node("Half", ["x"], ["y"], domain="own")], [weight], others=["own"])
    result.functions.append(helper.make_function("own", "Half", ["a"], ["b"], [
        helper.make_node("Constant", [], ["half"], value=numpy_helper.from_array(np.float32(0.5), "")),
        helper.make_node("Mul", ["a", "half"], ["b"])], [helper.make_opsetid("", 17)]))
    training = result.training_info.add()
    training.initialization.CopyFrom(helper.make_graph([], "start", [], [], [numpy_helper.from_array(np.float32([3]), "weight")]))
    training.algorithm.CopyFrom(helper.make_graph([], "step", [], [], [numpy_helper.from_array(np.float32([4]), "rate")]))
    save("functions", result, [facts("weight", "float32", [1, 2], [2])], ["Half.half", "weight (2)", "rate"])


def branches():
    """Graphs in nodes: names of their own and of the graph around them, and nodes before those whose outputs they take."""
    def array(name, values):
        return numpy_helper.from_array(np.float32(values), name)

    deepest = helper.make_graph([helper.make_node("Add", ["outer", "weight"], ["deep"])], "deepest", [], [info("deep")],
                                [array("weight", [7, 8])])
    also = helper.make_graph([helper.make_node("Constant", [], ["deep2"], value=array("", [0.5]))], "also", [], [info("deep2")])
    then = helper.make_graph([helper.make_node("If", ["flag"], ["inside"], then_branch=deepest, else_branch=also),
                              helper.make_node("Mul", ["inside", "weight"], ["out"])], "then", [], [info("out")],
                             [array("weight", [1, 2])])
    other = helper.make_graph([helper.make_node("Constant", [], ["weight"], value=array("", [3, 4])),
                               helper.make_node("Identity", ["late"], ["captured"]),
                               helper.make_node("Mul", ["captured", "weight"], ["out2"])], "else", [], [info("out2")])
    body = helper.make_graph([helper.make_node("Add", ["state", "step"], ["next"]),
                              helper.make_node("Identity", ["go"], ["going"])], "body",
                             [info("i", [], T.INT64), info("go", [], T.BOOL), info("state")],
                             [info("going", [], T.BOOL), info("next")], [array("step", [0.25])])
    nodes = [
        helper.make_node("If", ["flag"], ["branch"], "If_3", then_branch=then, else_branch=other),
        helper.make_node("Neg", ["x"], ["late"], "twice"),
        helper.make_node("Loop", ["count", "flag", "branch"], ["looped"], body=body),
        helper.make_node("Add", ["looped", "weight"], ["y"], "twice"),
    ]
    graph = model(nodes, [array("weight", [5, 6]), array("outer", [9]), numpy_helper.from_array(np.array(3), "count")],
                  inputs=("x", "flag"))
    save("branches", graph, [
        facts("weight", "float32", [5, 6], [2]),
        facts("outer", "float32", [9], [1]),
        facts("count", "int64", [3], []),
        facts("If_3.else_branch.weight", "float32", [3, 4], [2]),
        facts("If_3.then_branch.weight", "float32", [1, 2], [2]),
        facts("If_3.then_branch.If_0.else_branch.deep2", "float32", [0.5], [1]),
        facts("If_3.then_branch.If_0.then_branch.weight", "float32", [7, 8], [2]),
        facts("Loop_2.body.step", "float32", [0.25], [1]),
    ], integers={"count": [3]})


def times(q, zero, scale):
    return [(int(one) - int(z)) * Fraction(float(s)) for one, z, s in zip(q, zero, scale)]


def quantised():
    """Integers that stand for numbers: with one scale, one for each channel, and of nodes that calculate with integers."""
    one = np.int8([[-128, 0, 127], [3, 3, -1]])
    scales = np.float32([0.1, 0.003])
    zeros = np.int8([3, -1])
    unsigned = np.uint8([0, 128, 255, 130])
    bias = np.int32([2 ** 20, -5, 0])
    wide = np.int32([2 ** 31 - 1, 1])
    kernel = np.int8(RANDOM.randint(-128, 128, (2, 1, 2, 2)))
    dense = np.uint8(RANDOM.randint(0, 256, (3, 2)))
    initialisers = [
        numpy_helper.from_array(one, "q"), numpy_helper.from_array(scales, "scales"), numpy_helper.from_array(zeros, "zeros"),
        numpy_helper.from_array(np.float32(0.1), "scale"), numpy_helper.from_array(unsigned, "u"),
        numpy_helper.from_array(np.uint8(128), "middle"), numpy_helper.from_array(bias, "bias"),
        numpy_helper.from_array(wide, "wide"),
        numpy_helper.from_array(np.float32(np.inf), "infinite"), numpy_helper.from_array(kernel, "kernel"),
        numpy_helper.from_array(dense, "dense"), numpy_helper.from_array(np.int8(-3), "zero"),
        numpy_helper.from_array(np.int8([[1, 2], [3, 4]]), "gemm"), numpy_helper.from_array(kernel, "integers"),
    ]
    nodes = [
        helper.make_node("DequantizeLinear", ["q", "scale"], ["whole"]),
        helper.make_node("DequantizeLinear", ["q", "scales", "zeros"], ["rows"], axis=0),
        helper.make_node("DequantizeLinear", ["u", "scale", "middle"], ["shifted"]),
        helper.make_node("DequantizeLinear", ["bias", "scale"], ["exact"]),
        helper.make_node("DequantizeLinear", ["wide", "scale"], ["too wide"]),
        helper.make_node("DequantizeLinear", ["q", "infinite"], ["not finite"]),
        helper.make_node("DequantizeLinear", ["q", "scales"], ["wrong axis"], axis=1),
        helper.make_node("DequantizeLinear", ["x", "scale"], ["fed"]),
        helper.make_node("QLinearConv", ["x", "scale", "middle", "kernel", "scales", "zeros", "scale", "middle"], ["conv"]),
        helper.make_node("QLinearConv", ["conv", "scale", "middle", "kernel", "scales", "zeros", "scale", "middle"], ["again"]),
        helper.make_node("QLinearConv", ["conv", "scale", "middle", "kernel", "scale", "zero", "scale", "middle"], ["otherwise"]),
        helper.make_node("QLinearMatMul", ["again", "scale", "middle", "dense", "scales", "", "scale", "middle"], ["product"]),
        helper.make_node("ConvInteger", ["x", "integers", "middle", "zero"], ["whole numbers"]),
        helper.make_node("QGemm", ["x", "scale", "middle", "gemm", "scales", "zeros"], ["y"], domain="com.microsoft", transB=1),
    ]
    flat = one.ravel()
    per = [0, 0, 0, 1, 1, 1]
    first = [0] * 4 + [1] * 4
    kernels = kernel.ravel()
    save("quantised", model(nodes, initialisers, others=["com.microsoft"]), [
        facts("q", "int8", [int(v) for v in flat], [2, 3]), facts("scales", "float32", scales, [2]),
        facts("zeros", "int8", [int(v) for v in zeros], [2]), facts("scale", "float32", [np.float32(0.1)], []),
        facts("u", "uint8", [int(v) for v in unsigned], [4]), facts("middle", "uint8", [128], []),
        facts("bias", "int32", [int(v) for v in bias], [3]), facts("wide", "int32", [int(v) for v in wide], [2]),
        facts("infinite", "float32", [np.inf], []),
        facts("kernel", "int8, quantised", times(kernels, [zeros[i] for i in first], [scales[i] for i in first]), [2, 1, 2, 2],
              True),
        facts("dense", "uint8, quantised", times(dense.ravel(), [0] * 6, [scales[i % 2] for i in range(6)]), [3, 2], True),
        facts("zero", "int8", [-3], []),
        facts("gemm", "int8, quantised", times([1, 2, 3, 4], [zeros[i] for i in (0, 0, 1, 1)], [scales[i] for i in (0, 0, 1, 1)]),
              [2, 2], True),
        facts("integers", "int8, quantised", [int(v) + 3 for v in kernels], [2, 1, 2, 2], True),
        facts("whole", "int8, quantised", times(flat, [0] * 6, [np.float32(0.1)] * 6), [2, 3], True),
        facts("rows", "int8, quantised", times(flat, [zeros[i] for i in per], [scales[i] for i in per]), [2, 3], True),
        facts("shifted", "uint8, quantised", times(unsigned, [128] * 4, [np.float32(0.1)] * 4), [4], True),
        facts("exact", "int32, quantised", times(bias, [0] * 3, [np.float32(0.1)] * 3), [3], True),
        facts("kernel (2)", "int8, quantised", times(kernels, [-3] * 8, [np.float32(0.1)] * 8), [2, 1, 2, 2], True),
    ], ["too wide", "not finite", "wrong axis"])


def external():
    """Numbers in a file beside the model, and one tensor in a folder below."""
    first = np.float32(RANDOM.randn(3, 2))
    second = np.float16(RANDOM.randn(5))
    third = np.int64([4, -1])
    os.makedirs(os.path.join(FOLDER, "below"), exist_ok=True)
    with open(os.path.join(FOLDER, "external.bin"), "wb") as file:
        file.write(b"padding." + first.tobytes() + second.tobytes())
    with open(os.path.join(FOLDER, "below", "third.bin"), "wb") as file:
        file.write(third.tobytes())

    def outside(name, kind, dims, **entries):
        result = T(name=name, data_type=kind, dims=dims, data_location=T.EXTERNAL)
        for key, value in entries.items():
            result.external_data.add(key=key, value=str(value))
        return result

    save("external", model([same()], [
        outside("first", T.FLOAT, [3, 2], location="external.bin", offset=8, length=24),
        outside("second", T.FLOAT16, [5], location="./below/../external.bin", offset=32),
        outside("third", T.INT64, [2], location="below/third.bin", checksum="0" * 40),
    ]), [facts("first", "float32", first.ravel(), [3, 2]), facts("second", "float16", second, [5]),
         facts("third", "int64", [4, -1], [2])], integers={"third": [4, -1]})


def planted():
    """A small convolutional network with what a linter should find: a zero filter, twins, a dead unit, a zero input column."""
    first = np.float32(RANDOM.randn(4, 1, 3, 3))
    first[1] = 0
    first[3] = first[0]
    bias = np.float32([0.5, 0, -1, 0.5])
    second = np.float32(RANDOM.randn(3, 4))
    second[:, 2] = 0
    nodes = [
        helper.make_node("Conv", ["x", "first", "bias"], ["c"], "conv", kernel_shape=[3, 3], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["c"], ["r"], "relu"),
        helper.make_node("GlobalAveragePool", ["r"], ["p"], "pool"),
        helper.make_node("Flatten", ["p"], ["f"], "flatten"),
        helper.make_node("Gemm", ["f", "second"], ["y"], "dense", transB=1),
    ]
    graph = helper.make_graph(nodes, "planted", [info("x", ["N", 1, 8, 8])], [info("y", ["N", 3])],
                              [numpy_helper.from_array(first, "first"), numpy_helper.from_array(bias, "bias"),
                               numpy_helper.from_array(second, "second")])
    save("planted", helper.make_model(graph, producer_name="onnx_models.py", opset_imports=[helper.make_opsetid("", 17)],
                                      ir_version=8), [
         facts("first", "float32", first.ravel(), [4, 1, 3, 3]), facts("bias", "float32", bias, [4]),
          facts("second", "float32", second.ravel(), [3, 4])])


every_type()
pieces()
constants()
functions()
branches()
quantised()
external()
planted()
