"""Backpropagation to be checked: put your own into `gradients`, and into `train` if you have that.

    java -jar target/stillpoint.jar check -- python3 src/adapters/python/template.py

As it stands it is right. Take out of HELLO what yours cannot do.
"""
import json
import math
import sys
from fractions import Fraction

HELLO = {
    "name": "the Python template",
    "arithmetic": "float64",
    "does": ["gradients", "train"],
    "activations": ["relu", "identity", "leaky-relu", "leaky-relu:1/4", "sigmoid", "tanh", "hard-tanh", "abs"],
    "output-activations": ["identity", "relu", "leaky-relu", "leaky-relu:1/4", "sigmoid", "tanh", "hard-tanh", "abs", "softmax"],
    "losses": ["squared", "hinge", "perceptron", "absolute", "logistic", "cross-entropy"],
    "biases": "optional",
}


def gradients(layers, inputs, targets, loss):
    """The gradient of the mean loss over the samples: dW and db a layer, and the outputs a sample."""
    dW = [[[0.0 for weight in row] for row in layer["weights"]] for layer in layers]
    db = [[0.0 for row in layer["weights"]] for layer in layers]
    outputs = []
    for x, y in zip(inputs, targets):
        z = []
        a = [x]  # a[l] goes into layer l, a[l + 1] comes out of it
        for layer in layers:
            z.append([dot(row, a[-1]) + b for row, b in zip(layer["weights"], layer["bias"])])
            a.append(activations(layer["activation"], z[-1]))
        outputs.append(a[-1])

        da = [loss_slope(loss, f, t) for f, t in zip(a[-1], y)]
        for l in reversed(range(len(layers))):
            W = layers[l]["weights"]
            delta = through(layers[l]["activation"], z[l], a[l + 1], da)
            if l == len(layers) - 1 and loss == "cross-entropy":
                delta = da  # the slope of sigmoid or softmax has cancelled out
            for j in range(len(W)):
                for k in range(len(W[j])):
                    dW[l][j][k] += delta[j] * a[l][k]
                db[l][j] += delta[j]
            da = [sum(W[j][k] * delta[j] for j in range(len(W))) for k in range(len(a[l]))]
    n = len(inputs)
    return [[[g / n for g in row] for row in rows] for rows in dW], [[g / n for g in row] for row in db], outputs


def train(layers, inputs, targets, loss, eta, steps, batch_size, momentum, decay):
    """Changes weights and biases by steps of gradient descent with momentum and, for weights, decay."""
    vW = [[[0.0 for weight in row] for row in layer["weights"]] for layer in layers]
    vb = [[0.0 for row in layer["weights"]] for layer in layers]
    batches = math.ceil(len(inputs) / batch_size)
    for step in range(steps):
        first = step % batches * batch_size
        batch = slice(first, first + batch_size)  # the last batch may be shorter
        dW, db, _ = gradients(layers, inputs[batch], targets[batch], loss)
        for l, layer in enumerate(layers):
            W, b = layer["weights"], layer["bias"]
            for j in range(len(W)):
                for k in range(len(W[j])):
                    vW[l][j][k] = momentum * vW[l][j][k] + dW[l][j][k] + decay * W[j][k]
                    W[j][k] -= eta * vW[l][j][k]
                vb[l][j] = momentum * vb[l][j] + db[l][j]
                if layer["has bias"]:
                    b[j] -= eta * vb[l][j]


def dot(u, v):
    return sum(p * q for p, q in zip(u, v))


def activations(activation, z):
    """a = sigma(z) of a layer."""
    if activation == "softmax":
        powers = [math.exp(u - max(z)) for u in z]
        return [power / sum(powers) for power in powers]
    return [sigma(activation, u) for u in z]


def through(activation, z, a, da):
    """delta = dL/dz of a layer from da = dL/da."""
    if activation == "softmax":
        return [s * (d - dot(a, da)) for s, d in zip(a, da)]
    return [slope(activation, u) * d for u, d in zip(z, da)]


def sigma(activation, z):
    if activation == "identity":
        return z
    if activation == "relu":
        return max(z, 0.0)
    if activation == "abs":
        return abs(z)
    if activation == "hard-tanh":
        return min(max(z, -1.0), 1.0)
    if activation == "sigmoid":
        return sigmoid(z)
    if activation == "tanh":
        return math.tanh(z)
    return z if z > 0 else leak(activation) * z


def slope(activation, z):
    """sigma'(z)."""
    if activation == "identity":
        return 1.0
    if activation == "relu":
        return 1.0 if z > 0 else 0.0
    if activation == "abs":
        return sign(z)
    if activation == "hard-tanh":
        return 1.0 if -1 <= z <= 1 else 0.0
    if activation == "sigmoid":
        return sigmoid(z) * (1 - sigmoid(z))
    if activation == "tanh":
        return 1 - math.tanh(z) ** 2
    return 1.0 if z > 0 else leak(activation)


def loss_slope(loss, f, y):
    """dL/df; for cross-entropy dL/dz of the last layer."""
    if loss == "hinge":
        return -y if y * f < 1 else 0.0
    if loss == "perceptron":
        return -y if y * f <= 0 else 0.0
    if loss == "absolute":
        return sign(f - y)
    if loss == "logistic":
        return -y * sigmoid(-y * f)
    return f - y


def sign(u):
    return 1.0 if u > 0 else -1.0 if u < 0 else 0.0


def sigmoid(z):
    """1 / (1 + exp(-z)), which overflows for no z in this form."""
    return (1 + math.tanh(z / 2)) / 2


def leak(activation):
    """Q of leaky-relu:Q."""
    return float(Fraction(activation.partition(":")[2] or "1/100"))


# ---- Nothing to change below: requests are lines of JSON on standard input, answers on standard output. ----


def floats(value):
    return [floats(entry) for entry in value] if isinstance(value, list) else float(value)


def layers_of(network):
    return [{
        "weights": floats(layer["weights"]),
        "bias": floats(layer.get("bias", [0] * len(layer["weights"]))),
        "has bias": "bias" in layer,
        "activation": layer["activation"],
    } for layer in network["layers"]]


def written(layers, weights, biases):
    """Weights, or what has their shape, as a network; without biases where there were none."""
    return {"layers": [{"weights": W, "bias": b} if layer["has bias"] else {"weights": W}
                       for layer, W, b in zip(layers, weights, biases)]}


def answer(request):
    if request["do"] == "hello":
        return HELLO
    layers = layers_of(request["network"])
    inputs = floats(request["data"]["inputs"])
    targets = [y if isinstance(y, list) else [y] for y in floats(request["data"]["targets"])]
    if request["do"] == "gradients":
        dW, db, outputs = gradients(layers, inputs, targets, request["loss"])
        return {"id": request["id"], "gradients": written(layers, dW, db), "outputs": outputs}
    settings = request["settings"]
    train(layers, inputs, targets, settings["loss"], float(settings["learning-rate"]), settings["steps"],
          settings["batch-size"], float(settings["momentum"]), float(settings["weight-decay"]))
    return {"id": request["id"], "network": written(layers, [layer["weights"] for layer in layers],
                                                    [layer["bias"] for layer in layers])}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
