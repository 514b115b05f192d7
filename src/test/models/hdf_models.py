"""HDF5 files: in the layout of Keras 2, and plain ones. Written with Debian's h5py 3.7: /usr/bin/python3 hdf_models.py"""

import json
import zlib

import h5py
import numpy as np

import expected

RANDOM = np.random.default_rng(5)
TYPES = {"f2": "float16", "f4": "float32", "f8": "float64", "i1": "int8", "u1": "uint8", "i2": "int16", "u2": "uint16",
         "i4": "int32", "u4": "uint32", "i8": "int64", "u8": "uint64"}


def numbers(*shape):
    return (RANDOM.integers(-2**10, 2**10, shape) / 2**8).astype("f4")


def tensor(name, array, type=None):
    array = np.asarray(array)
    entries = [int(x) if array.dtype.kind in "iub" else float(x) for x in array.flatten()]
    return expected.tensor(name, type or TYPES[array.dtype.str[1:]], array.shape, entries)


def input_layer(name, shape):
    return {"class_name": "InputLayer", "name": name, "inbound_nodes": [],
            "config": {"batch_input_shape": [None] + shape, "dtype": "float32", "name": name}}


def used(kind, name, uses, **config):
    return {"class_name": kind, "name": name, "config": dict(config, name=name, trainable=True, dtype="float32"),
            "inbound_nodes": [[[source, use, 0, {}] for source, use in each] for each in uses]}


def chained(kind, name, **config):
    return {"class_name": kind, "config": dict(config, name=name, trainable=True, dtype="float32")}


def save(name, config, layers, pieces=1):
    """As model.save of Keras 2 does: weights by layer, in the order in which they were made; state of an optimiser beside them."""
    with h5py.File(expected.path("keras", name + ".h5"), "w") as file:
        file.attrs["keras_version"] = "2.13.1"
        file.attrs["backend"] = "tensorflow"
        file.attrs["model_config"] = json.dumps(config)
        file.attrs["training_config"] = json.dumps({"loss": "mse"})
        group = file.create_group("model_weights")
        group.attrs["layer_names"] = [layer.encode() for layer in layers]
        group.attrs["backend"] = b"tensorflow"
        group.attrs["keras_version"] = b"2.13.1"
        tensors = []
        for layer, weights in sorted(layers.items()):
            own = group.create_group(layer)
            names = [each.encode() for each in weights]
            if pieces == 1 or not names:
                own.attrs["weight_names"] = names
            else:
                for number, piece in enumerate(np.array_split(np.asarray(names), pieces)):
                    own.attrs[f"weight_names{number}"] = piece
            for each, value in weights.items():
                own.create_dataset(each, data=value)
        for layer, weights in layers.items():
            tensors += [tensor(each if f"/{layer}/" in f"/{each}" else f"{layer}/{each}", value) for each, value in weights.items()]
        group.create_group("top_level_model_weights").attrs["weight_names"] = []
        state = file.create_group("optimizer_weights")
        state.attrs["weight_names"] = [b"iteration:0"]
        state.create_dataset("iteration:0", data=np.int64(7))
    expected.write("keras", name + ".h5", tensors, ["optimizer_weights/iteration:0"])


def convolutions():
    """Filters 1 and 2 are twins, filter 3 is zero; so are those that read them."""
    kernel, bias = numbers(3, 3, 2, 5), numbers(5)
    kernel[..., 2], bias[2] = kernel[..., 1], bias[1]
    kernel[..., 3], bias[3] = 0, 0
    after = numbers(2 * 2 * 5, 3)
    after[2::5], after[3::5] = after[1::5], 0
    config = {"class_name": "Sequential", "config": {"name": "sequential", "layers": [
        chained("Conv2D", "conv2d", batch_input_shape=[None, 6, 6, 2], filters=5, kernel_size=[3, 3], strides=[1, 1],
                padding="valid", data_format="channels_last", dilation_rate=[1, 1], groups=1, activation="relu", use_bias=True),
        chained("MaxPooling2D", "max_pooling2d", pool_size=[2, 2], padding="valid", strides=[2, 2],
                data_format="channels_last"),
        chained("Dropout", "dropout", rate=0.25, noise_shape=None, seed=None),
        chained("Flatten", "flatten", data_format="channels_last"),
        chained("Dense", "dense", units=3, activation="softmax", use_bias=True)]}}
    save("keras2-convolutions", config, {
        "conv2d": {"conv2d/kernel:0": kernel, "conv2d/bias:0": bias}, "max_pooling2d": {}, "dropout": {}, "flatten": {},
        "dense": {"dense/kernel:0": after, "dense/bias:0": np.zeros(3, "f4")}}, pieces=2)


def siamese():
    """A model that two inputs share; older versions count its making as its first use."""
    inner = {"class_name": "Functional", "name": "tower", "config": {
        "name": "tower", "layers": [input_layer("input_1", [4]),
                                    used("Dense", "dense", [[("input_1", 0)]], units=3, activation="tanh", use_bias=True),
                                    used("BatchNormalization", "norm", [[("dense", 0)]], axis=[1], epsilon=0.001, scale=True,
                                         center=True, momentum=0.99)],
        "input_layers": [["input_1", 0, 0]], "output_layers": [["norm", 0, 0]]},
        "inbound_nodes": [[["left", 0, 0, {}]], [["right", 0, 0, {}]]]}
    config = {"class_name": "Functional", "config": {
        "name": "model", "layers": [input_layer("left", [4]), input_layer("right", [4]), inner,
                                    used("Subtract", "subtract", [[("tower", 1), ("tower", 2)]]),
                                    used("Lambda", "custom", [[("subtract", 0)]]),
                                    used("Dense", "last", [[("custom", 0)]], units=1, activation="linear", use_bias=False)],
        "input_layers": [["left", 0, 0], ["right", 0, 0]], "output_layers": [["last", 0, 0]]}}
    save("keras2-siamese", config, {
        "left": {}, "right": {},
        "tower": {"dense/kernel:0": numbers(4, 3), "dense/bias:0": numbers(3), "norm/gamma:0": numbers(3),
                  "norm/beta:0": numbers(3), "norm/moving_mean:0": numbers(3), "norm/moving_variance:0": abs(numbers(3))},
        "subtract": {}, "custom": {}, "last": {"last/kernel:0": numbers(5, 1)}})


def plain(name, **options):
    """Entries of all types, in one piece and in compressed chunks, with links that lead nowhere, around, and out."""
    arrays = {"g/" + code: RANDOM.integers(0, 100, (2, 3)).astype(code) for code in TYPES}
    arrays["big/f4"] = numbers(3, 2).astype(">f4")
    arrays["big/f8"] = RANDOM.normal(size=(2, 2)).astype(">f8")
    arrays["chunks/packed"] = numbers(9, 11)
    arrays["chunks/plain"] = RANDOM.integers(0, 9, (4, 3, 5)).astype("i2")
    arrays["empty"] = np.zeros((0, 3), "f4")
    arrays["scalar"] = np.float64(-0.1)
    arrays["special"] = np.array([np.nan, np.inf, -np.inf, -0.0, 2.0**-149], "f4")
    if "userblock_size" in options:
        arrays = {path: arrays[path] for path in ("g/f4", "chunks/packed", "scalar")}
    with h5py.File(expected.path("hdf", name + ".h5"), "w", **options) as file:
        for path, array in arrays.items():
            chunks = {"chunks/packed": dict(chunks=(4, 5), compression="gzip", shuffle=True, fletcher32=True),
                      "chunks/plain": dict(chunks=(3, 2, 2))}
            file.create_dataset(path, data=array, **chunks.get(path, {}))
        file["flags"] = np.array([True, False])
        file["same"] = file["scalar"]
        file["soft"] = h5py.SoftLink("/nowhere")
        file["out"] = h5py.ExternalLink("/etc/passwd", "/g")
        file["g/up"] = file["/"]
        file["words"] = "no numbers"
        file.create_dataset("elsewhere", (4,), "f4", external=[("/etc/passwd", 0, 16)])
        return listed(file, "", set())


def listed(group, path, seen):
    """Each tensor once, those of a group before those of its groups."""
    found, groups = [], []
    for name in group:
        if group.get(name, getlink=True).__class__ is not h5py.HardLink:
            continue
        place = h5py.h5o.get_info(group[name].id).addr
        if place in seen or path + name in ("words", "elsewhere"):
            continue
        seen.add(place)
        if isinstance(group[name], h5py.Group):
            groups.append(name)
        else:
            array = group[name][()]
            found.append(tensor(path + name, array, "bool" if array.dtype == bool else TYPES[array.dtype.str[1:]]))
    for name in groups:
        found += listed(group[name], path + name + "/", seen | {h5py.h5o.get_info(group.file["/"].id).addr})
    return found


def hostile():
    """A chunk that unpacks to much more than its shape says, and a tensor whose size the tests overwrite."""
    with h5py.File(expected.path("hdf", "bomb.h5"), "w") as file:
        bomb = file.create_dataset("bomb", (4, 4), "f4", chunks=(4, 4), compression="gzip")
        bomb.id.write_direct_chunk((0, 0), zlib.compress(bytes(10**7), 9))
    with h5py.File(expected.path("hdf", "sized.h5"), "w") as file:
        file["sized"] = np.ones(5000, "i1")
        file["other"] = np.ones(5000, "i1")
        file.attrs["text"] = np.array(["one", "two"], h5py.string_dtype())
        file.attrs["fixed"] = [b"a", b"bcd"]
        file.attrs["none"] = []
        file.attrs["number"] = 1.5


def broken():
    """Models whose lists of weights are wrong."""
    config = {"class_name": "Sequential", "config": {"layers": [chained("Dense", "dense", use_bias=False)]}}
    for name, listed in (("twice", ["dense/kernel:0", "dense/kernel:0"]), ("outside", ["dense/outside:0"]), ("linked", ["dense/linked:0"])):
        with h5py.File(expected.path("keras", f"broken-{name}.h5"), "w") as file:
            file.attrs["model_config"] = json.dumps(config)
            file.attrs["layer_names"] = [b"dense"]
            own = file.create_group("dense")
            own.attrs["weight_names"] = [each.encode() for each in listed]
            own["dense/kernel:0"] = numbers(3, 2)
            if name == "outside":
                own.create_dataset("dense/outside:0", (3, 2), "f4", external=[("/etc/passwd", 0, 24)])
            if name == "linked":
                own["dense/linked:0"] = h5py.ExternalLink("/etc/passwd", "/kernel")


convolutions()
siamese()
hostile()
for name, options, unreadable in (("plain", {}, []), ("plain-behind-others", {"userblock_size": 512}, []),
                                  ("plain-latest", {"libver": "latest"}, ["chunks/packed", "chunks/plain"])):
    tensors = [each for each in plain(name, **options) if each["name"] not in unreadable]
    expected.write("hdf", name + ".h5", tensors, ["elsewhere"] + unreadable)
broken()
