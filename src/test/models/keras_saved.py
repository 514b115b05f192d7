"""Models with planted facts, saved by Keras itself, and beside them every entry that Keras had in them.

Not a part of the build: needs `pip install keras scipy jax`. Written with Keras 3.15.1: python3 keras_saved.py
"""

import os
import zipfile

os.environ["KERAS_BACKEND"] = "numpy"
import keras
import numpy as np
from keras import layers

import expected

RANDOM = np.random.default_rng(19)


def fill(model):
    """Small numbers of binary32, so that all files are the same each time."""
    for weight in model.weights:
        if weight.dtype == "float32":
            weight.assign((RANDOM.integers(-2**20, 2**20, weight.shape) / 2**19).astype("float32"))


def save(model, name, *formats):
    for each in formats:
        model.save(expected.path("keras", f"{name}.{each}"))
    tensors = []
    for layer in model.layers:
        for weight in layer.trainable_variables + layer.non_trainable_variables:
            if "seed_generator" not in weight.path:
                path = weight.path if f"/{layer.name}/" in f"/{weight.path}" else f"{layer.name}/{weight.path}"
                tensors.append(expected.tensor(path, "float32", weight.shape, np.array(weight).astype("float64").flatten().tolist()))
    expected.write("keras", name + ".h5", tensors)


def repack(path):
    """As other tools pack: Keras itself does not compress."""
    with zipfile.ZipFile(path) as archive:
        entries = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def perceptron():
    model = keras.Sequential([keras.Input((3,)), layers.Dense(5, activation="relu", name="first"),
                              layers.Dense(4, activation="tanh", name="second"), layers.Dense(2, name="last")], name="perceptron")
    fill(model)
    kernel, bias = [np.array(w) for w in model.get_layer("first").get_weights()]
    kernel[:, 3], bias[3] = kernel[:, 1], bias[1]          # twins: units 1 and 3 of the first layer
    kernel[:, 4], bias[4] = 0, 0                           # a zero unit
    kernel[:, 0], bias[0] = 0, -1                          # a dead one
    model.get_layer("first").set_weights([kernel, bias])
    after, last = [np.array(w) for w in model.get_layer("second").get_weights()]
    after[3, :] = after[1, :]
    after[4, :] = 0
    model.get_layer("second").set_weights([after, last])
    save(model, "perceptron", "h5", "keras")


def pictures():
    image = keras.Input((9, 8, 3), name="image")
    x = layers.Rescaling(1 / 256, offset=-0.5, name="rescaled")(image)
    x = layers.Conv2D(4, 3, strides=2, padding="same", use_bias=False, name="conv")(x)
    x = layers.BatchNormalization(name="norm")(x)
    x = layers.ReLU(max_value=6, name="relu6")(x)
    y = layers.DepthwiseConv2D(3, padding="same", name="depthwise")(x)
    y = layers.LeakyReLU(negative_slope=0.25, name="leaky")(y)
    x = layers.Add(name="residual")([x, y])
    x = layers.Flatten(name="flat")(x)
    model = keras.Model(image, layers.Dense(2, activation="softmax", name="classes")(x), name="pictures")
    fill(model)
    save(model, "pictures", "h5")


def upwards():
    image = keras.Input((5, 4, 4), name="image")
    x = layers.SeparableConv2D(6, 3, padding="same", activation="elu", name="separable")(image)
    x = layers.Conv2D(4, 2, padding="same", activation="hard_sigmoid", name="even")(x)
    x = layers.SpatialDropout2D(0.25, name="spatial")(x)
    up = layers.Conv2DTranspose(2, 3, strides=2, padding="same", name="up")(x)
    up = layers.MaxPooling2D(2, name="pool")(up)
    x = layers.Concatenate(name="joined")([x, up])
    x = layers.LayerNormalization(name="layer_norm")(x)
    model = keras.Model(image, layers.GlobalAveragePooling2D(name="mean")(x), name="upwards")
    fill(model)
    save(model, "upwards", "h5")


def branches():
    inputs = keras.Input((6,), name="features")
    inner = keras.Sequential([keras.Input((6,)), layers.Dense(6, activation="silu", name="dense"),
                              layers.Dropout(0.5, name="drop"), layers.Dense(3, name="narrow")], name="inner")
    shared = layers.Dense(3, name="shared")
    one = shared(layers.Dense(2, activation="gelu", name="left")(inputs))
    two = layers.Dense(3, name="dense")(shared(layers.Dense(2, activation="swish", name="right")(inputs)))
    merged = layers.Average(name="average")([one, two, inner(inputs)])
    model = keras.Model(inputs, [layers.Dense(2, name="last")(merged), layers.PReLU(name="prelu")(merged)], name="branches")
    fill(model)
    save(model, "branches", "h5", "keras")
    repack(expected.path("keras", "branches.keras"))


def sequences():
    tokens = keras.Input((None,), dtype="int32", name="tokens")
    x = layers.Embedding(7, 4, name="embedding")(tokens)
    x = layers.Conv1D(4, 3, padding="causal", activation="softplus", name="causal")(x)
    x = layers.Conv1D(4, 2, groups=4, name="grouped")(x)
    x = layers.LSTM(3, name="memory")(x)
    x = layers.GaussianNoise(0.1, name="noise")(x)
    x = layers.Dense(2, activation="sigmoid", name="last")(x)
    model = keras.Model(tokens, x, name="sequences")
    fill(model)
    save(model, "sequences", "h5")


for make in (perceptron, pictures, upwards, branches, sequences):
    keras.utils.set_random_seed(1)
    make()
