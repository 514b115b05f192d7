"""Models of TensorFlow.js, in the layout of its converter: /usr/bin/python3 tfjs_models.py"""

import json

import numpy as np

import expected

RANDOM = np.random.default_rng(7)


def write(name, model, groups, tensors, not_analysed=()):
    """A folder's files: the description, and one or more files with the weights of each group, cut where they are full."""
    manifest = []
    for number, group in enumerate(groups):
        content = b"".join(data for _, data in group)
        cut = len(content) // 2 + 1
        pieces = [content[i:i + cut] for i in range(0, len(content), cut)]
        paths = [f"{name}-group{number + 1}-shard{i + 1}of{len(pieces)}.bin" for i in range(len(pieces))]
        for path, piece in zip(paths, pieces):
            with open(expected.path("tfjs", path), "wb") as file:
                file.write(piece)
        manifest.append({"paths": paths, "weights": [entry for entry, _ in group]})
    with open(expected.path("tfjs", name + ".json"), "w") as file:
        json.dump(dict(model, weightsManifest=manifest) if model else manifest, file)
    expected.write("tfjs", name + ".json", tensors, not_analysed)


def plain(name, array):
    kind = {"f4": "float32", "i4": "int32", "b1": "bool"}[array.dtype.str[1:]]
    entries = [float(x) if kind == "float32" else int(x) for x in array.flatten()]
    return ({"name": name, "shape": list(array.shape), "dtype": kind}, array.tobytes()), \
        expected.tensor(name, kind, array.shape, entries)


def quantised(name, shape, kind, scale, least):
    """TensorFlow.js calculates q * scale + min in binary64 and keeps it in binary32; so do Python and NumPy."""
    q = RANDOM.integers(0, 2 ** (8 * np.dtype(kind).itemsize), shape).astype(kind)
    entries = [float(np.float32(int(x) * scale + least)) for x in q.flatten()]
    entry = {"name": name, "shape": list(shape), "dtype": "float32",
             "quantization": {"dtype": kind, "scale": scale, "min": least, "original_dtype": "float32"}}
    return (entry, q.tobytes()), expected.tensor(name, kind + ", quantised", shape, entries)


def halves(name, shape):
    values = RANDOM.normal(size=shape).astype("f2")
    entry = {"name": name, "shape": list(shape), "dtype": "float32",
             "quantization": {"dtype": "float16", "original_dtype": "float32"}}
    return (entry, values.tobytes()), expected.tensor(name, "float16", shape, [float(x) for x in values.flatten()])


def dense(name, units, activation):
    return {"class_name": "Dense", "config": {"units": units, "activation": activation, "use_bias": True, "name": name,
                                              "trainable": True}}


first = dense("dense_Dense1", 4, "relu")
first["config"]["batch_input_shape"] = [None, 3]
topology = {"class_name": "Sequential", "keras_version": "tfjs-layers 4.22.0", "backend": "tensor_flow.js",
            "config": {"name": "sequential_1", "layers": [first, dense("dense_Dense2", 2, "linear")]}}
parts = [quantised("dense_Dense1/kernel", (3, 4), "uint8", 0.0078431372549019607, -1.0039215686274510),
         quantised("dense_Dense1/bias", (4,), "uint16", 1.5e-5, -0.25), halves("dense_Dense2/kernel", (4, 2))]
last = plain("dense_Dense2/bias", np.array([0.5, -0.0], "f4"))
write("quantised", {"format": "layers-model", "generatedBy": "TensorFlow.js", "convertedBy": None, "modelTopology": topology},
      [[part for part, _ in parts], [last[0]]], [tensor for _, tensor in parts] + [last[1]])

numbers = [plain("fc/weights", RANDOM.normal(size=(2, 3)).astype("f4")), plain("steps", np.array([-5, 2**31 - 1], "i4")),
           plain("flags", np.array([True, False, True]))]
words = ({"name": "words", "shape": [2], "dtype": "string"}, b"\2\0\0\0hi\0\0\0\0")
waves = ({"name": "waves", "shape": [1], "dtype": "complex64"}, bytes(8))
write("manifest", None, [[numbers[0][0], words, waves, numbers[1][0], numbers[2][0]]], [tensor for _, tensor in numbers],
      ["words", "waves"])
