"""The multi-layer perceptrons of scikit-learn as a program to check.

    java -jar target/stillpoint.jar check -- python3 src/adapters/python/scikit_learn.py [float32]

Gradients are those of its own backpropagation, steps those of its own optimiser. All layers have biases, all hidden layers one
activation. Its penalty alpha is divided by the number of samples of a batch, ours is not.
"""
import json
import sys
import warnings

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.neural_network._stochastic_optimizers import SGDOptimizer

DTYPE = np.dtype(sys.argv[1] if len(sys.argv) > 1 else "float64")
ACTIVATIONS = {"identity": "identity", "relu": "relu", "sigmoid": "logistic", "tanh": "tanh", "softmax": "softmax"}
HELLO = {
    "name": f"scikit-learn {sklearn.__version__}, {DTYPE}",
    "arithmetic": str(DTYPE),
    "does": ["gradients", "train"],
    "activations": ["identity", "relu", "sigmoid", "tanh"],
    "output-activations": ["identity", "sigmoid", "softmax"],
    "losses": ["squared", "cross-entropy"],
    "biases": "always",
}

warnings.simplefilter("ignore")


class Unsupported(Exception):
    pass


def model_of(layers, loss):
    """A model with the weights and biases of the layers."""
    output = layers[-1]["activation"]
    if (loss == "squared") != (output == "identity"):
        raise Unsupported(f"{loss} loss behind {output}")
    hidden = {layer["activation"] for layer in layers[:-1]} or {"identity"}
    if len(hidden) > 1:
        raise Unsupported("hidden layers of different activations")
    model = (MLPRegressor if loss == "squared" else MLPClassifier)(activation=ACTIVATIONS[hidden.pop()], alpha=0)
    model.coefs_ = [np.array(layer["weights"], DTYPE).T for layer in layers]
    model.intercepts_ = [np.array(layer["bias"], DTYPE) for layer in layers]
    model.n_layers_ = len(layers) + 1
    model.out_activation_ = ACTIVATIONS[output]
    if loss == "squared":
        model.loss = "squared_error"
    return model


def backpropagation(model, X, Y):
    """Loss, gradients of the weights, gradients of the biases, outputs."""
    layers = len(model.coefs_)
    activations = [X] + [None] * layers
    return *model._backprop(X, Y, activations, [None] * layers, [None] * layers, [None] * layers), activations[-1]


def train(model, X, Y, settings):
    size = min(settings["batch-size"], len(X))
    if settings["weight-decay"] and len(X) % size:
        raise Unsupported("weight decay with a shorter last batch, as alpha is divided by the number of samples")
    model.alpha = settings["weight-decay"] * size
    parameters = model.coefs_ + model.intercepts_
    optimizer = SGDOptimizer(parameters, settings["learning-rate"], momentum=settings["momentum"], nesterov=False)
    for step in range(settings["steps"]):
        first = step * size % (-(-len(X) // size) * size)
        _, weights, biases, _ = backpropagation(model, X[first:first + size], Y[first:first + size])
        optimizer.update_params(parameters, weights + biases)


def written(weights, biases):
    return {"layers": [{"weights": W.T.tolist(), "bias": b.tolist()} for W, b in zip(weights, biases)]}


def matrix(rows):
    """One row for each sample; a target may be a bare number."""
    return np.array(rows, DTYPE).reshape(len(rows), -1)


def answer(request):
    if request["do"] == "hello":
        return HELLO
    settings = request.get("settings", request)
    try:
        model = model_of(request["network"]["layers"], settings["loss"])
        X, Y = matrix(request["data"]["inputs"]), matrix(request["data"]["targets"])
        if request["do"] == "gradients":
            loss, weights, biases, outputs = backpropagation(model, X, Y)
            return {"id": request["id"], "gradients": written(weights, biases), "loss": float(loss), "outputs": outputs.tolist()}
        train(model, X, Y, settings)
        return {"id": request["id"], "network": written(model.coefs_, model.intercepts_)}
    except Unsupported as e:
        return {"id": request["id"], "unsupported": str(e)}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
