"""Backpropagation with NumPy to be checked: put your own into `gradients`, and into `train` if you have that.

    java -jar target/stillpoint.jar check -- python3 src/adapters/python/numpy_template.py

As it stands it is right. Take out of HELLO what yours cannot do.
"""
import json
import sys
from fractions import Fraction

import numpy as np

HELLO = {
    "name": "the NumPy template",
    "arithmetic": "float64",
    "does": ["gradients", "train"],
    "activations": ["relu", "identity", "leaky-relu", "leaky-relu:1/4", "sigmoid", "tanh", "hard-tanh", "abs"],
    "output-activations": ["identity", "relu", "leaky-relu", "leaky-relu:1/4", "sigmoid", "tanh", "hard-tanh", "abs", "softmax"],
    "losses": ["squared", "hinge", "perceptron", "absolute", "logistic", "cross-entropy"],
    "biases": "optional",
}


def gradients(layers, X, Y, loss):
    """
    The gradient of the mean loss over the samples: dW and db a layer, and the outputs. A layer has W (units x inputs), b (units)
    and the name of its activation; X and Y have a row for each sample.
    """
    A = [X]  # A[l] goes into layer l, A[l + 1] comes out of it
    Z = []
    for layer in layers:
        Z.append(A[-1] @ layer.W.T + layer.b)
        A.append(sigma(layer.activation, Z[-1]))

    n = len(X)
    dW, db = [None] * len(layers), [None] * len(layers)
    dA = loss_slope(loss, A[-1], Y)
    for l in reversed(range(len(layers))):
        delta = through(layers[l].activation, Z[l], A[l + 1], dA)
        if l == len(layers) - 1 and loss == "cross-entropy":
            delta = dA  # the slope of sigmoid or softmax has cancelled out
        dW[l] = delta.T @ A[l] / n
        db[l] = delta.sum(axis=0) / n
        dA = delta @ layers[l].W
    return dW, db, A[-1]


def train(layers, X, Y, loss, eta, steps, batch_size, momentum, decay):
    """Changes weights and biases by steps of gradient descent with momentum and, for weights, decay."""
    vW = [np.zeros_like(layer.W) for layer in layers]
    vb = [np.zeros_like(layer.b) for layer in layers]
    batches = -(-len(X) // batch_size)
    for step in range(steps):
        first = step % batches * batch_size
        batch = slice(first, first + batch_size)  # the last batch may be shorter
        dW, db, _ = gradients(layers, X[batch], Y[batch], loss)
        for l, layer in enumerate(layers):
            vW[l] = momentum * vW[l] + dW[l] + decay * layer.W
            vb[l] = momentum * vb[l] + db[l]
            layer.W -= eta * vW[l]
            if layer.has_bias:
                layer.b -= eta * vb[l]


def sigma(activation, z):
    if activation == "identity":
        return z
    if activation == "relu":
        return np.maximum(z, 0)
    if activation == "abs":
        return np.abs(z)
    if activation == "hard-tanh":
        return np.clip(z, -1, 1)
    if activation == "sigmoid":
        return sigmoid(z)
    if activation == "tanh":
        return np.tanh(z)
    if activation == "softmax":
        powers = np.exp(z - z.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)
    return np.where(z > 0, z, leak(activation) * z)


def slope(activation, z):
    """sigma'(z)."""
    if activation == "identity":
        return np.ones_like(z)
    if activation == "relu":
        return np.where(z > 0, 1.0, 0.0)
    if activation == "abs":
        return np.sign(z)
    if activation == "hard-tanh":
        return np.where(np.abs(z) <= 1, 1.0, 0.0)
    if activation == "sigmoid":
        return sigmoid(z) * (1 - sigmoid(z))
    if activation == "tanh":
        return 1 - np.tanh(z) ** 2
    return np.where(z > 0, 1.0, leak(activation))


def through(activation, z, a, da):
    """delta = dL/dz from da = dL/da."""
    if activation == "softmax":
        return a * (da - (a * da).sum(axis=1, keepdims=True))
    return slope(activation, z) * da


def loss_slope(loss, f, y):
    """dL/df; for cross-entropy dL/dz of the last layer."""
    if loss == "hinge":
        return np.where(y * f < 1, -y, 0)
    if loss == "perceptron":
        return np.where(y * f <= 0, -y, 0)
    if loss == "absolute":
        return np.sign(f - y)
    if loss == "logistic":
        return -y * sigmoid(-y * f)
    return f - y


def sigmoid(z):
    """1 / (1 + exp(-z)), which overflows for no z in this form."""
    return (1 + np.tanh(z / 2)) / 2


def leak(activation):
    """Q of leaky-relu:Q."""
    return float(Fraction(activation.partition(":")[2] or "1/100"))


# ---- Nothing to change below: requests are lines of JSON on standard input, answers on standard output. ----


class Layer:
    def __init__(self, layer):
        self.W = matrix(layer["weights"])
        self.has_bias = "bias" in layer
        self.b = np.array(layer["bias"], dtype=float) if self.has_bias else np.zeros(len(self.W))
        self.activation = layer["activation"]


def matrix(rows):
    """One row for each unit or sample; a target may be a bare number."""
    return np.array(rows, dtype=float).reshape(len(rows), -1)


def written(layers, weights, biases):
    """Weights, or what has their shape, as a network; without biases where there were none."""
    return {"layers": [{"weights": W.tolist(), "bias": b.tolist()} if layer.has_bias else {"weights": W.tolist()}
                       for layer, W, b in zip(layers, weights, biases)]}


def answer(request):
    if request["do"] == "hello":
        return HELLO
    layers = [Layer(layer) for layer in request["network"]["layers"]]
    X, Y = matrix(request["data"]["inputs"]), matrix(request["data"]["targets"])
    if request["do"] == "gradients":
        dW, db, outputs = gradients(layers, X, Y, request["loss"])
        return {"id": request["id"], "gradients": written(layers, dW, db), "outputs": outputs.tolist()}
    settings = request["settings"]
    train(layers, X, Y, settings["loss"], float(settings["learning-rate"]), settings["steps"], settings["batch-size"],
          float(settings["momentum"]), float(settings["weight-decay"]))
    return {"id": request["id"], "network": written(layers, [layer.W for layer in layers], [layer.b for layer in layers])}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
