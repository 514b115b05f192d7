"""PyTorch as a program to check.

    java -jar target/stillpoint.jar check -- python3 src/adapters/python/torch_adapter.py [float32]

A loss is summed over outputs, as the defaults of the losses of PyTorch differ in that, and averaged over samples.
"""
import json
import sys

import torch
from torch import nn

DTYPE = sys.argv[1] if len(sys.argv) > 1 else "float64"
torch.set_default_dtype(getattr(torch, DTYPE))
torch.set_num_threads(1)


class Abs(nn.Module):
    def forward(self, z):
        return torch.abs(z)


ACTIVATIONS = {
    "identity": nn.Identity, "relu": nn.ReLU, "sigmoid": nn.Sigmoid, "tanh": nn.Tanh, "hard-tanh": nn.Hardtanh, "abs": Abs,
    "elu": nn.ELU, "silu": nn.SiLU, "gelu": nn.GELU, "softsign": nn.Softsign,
    "softplus": lambda: nn.Softplus(threshold=80),  # by default it is the identity from 20 on
    "softmax": lambda: nn.Softmax(dim=1),
    "leaky-relu": nn.LeakyReLU, "leaky-relu:1/4": lambda: nn.LeakyReLU(0.25),
}
LOSSES = {
    "squared": nn.MSELoss(reduction="sum"),
    "absolute": nn.L1Loss(reduction="sum"),
    "logistic": nn.SoftMarginLoss(reduction="sum"),
    "hinge": lambda f, y: nn.functional.relu(1 - y * f).sum(),
}
HELLO = {
    "name": f"PyTorch {torch.__version__}, {DTYPE}",
    "arithmetic": DTYPE,
    "does": ["gradients", "train"],
    "activations": [name for name in ACTIVATIONS if name != "softmax"],
    "output-activations": list(ACTIVATIONS),
    "losses": [*LOSSES, "cross-entropy"],
    "biases": "optional",
}


def model_of(layers):
    """Linear layers, each followed by its activation."""
    modules = []
    for layer in layers:
        weights = torch.tensor(layer["weights"], dtype=torch.get_default_dtype())
        linear = nn.Linear(weights.shape[1], weights.shape[0], bias="bias" in layer)
        linear.weight = nn.Parameter(weights)
        if "bias" in layer:
            linear.bias = nn.Parameter(torch.tensor(layer["bias"], dtype=torch.get_default_dtype()))
        modules += [linear, ACTIVATIONS[layer["activation"]]()]
    return nn.Sequential(*modules)


def loss_of(model, X, Y, loss):
    """The loss, and the outputs; softmax under cross-entropy is a part of that, as PyTorch wants it."""
    if loss == "cross-entropy" and isinstance(model[-1], nn.Softmax):
        z = model[:-1](X)
        return nn.functional.cross_entropy(z, Y, reduction="sum") / len(X), model[-1](z)
    if loss == "cross-entropy":
        z = model[:-1](X)
        return nn.functional.binary_cross_entropy_with_logits(z, Y, reduction="sum") / len(X), model[-1](z)
    f = model(X)
    return LOSSES[loss](f, Y) / len(X), f


def train(model, X, Y, settings):
    optimizer = torch.optim.SGD(model.parameters(), lr=settings["learning-rate"], momentum=settings["momentum"],
                                weight_decay=settings["weight-decay"])
    batches = list(zip(X.split(settings["batch-size"]), Y.split(settings["batch-size"])))
    for step in range(settings["steps"]):
        optimizer.zero_grad()
        loss_of(model, *batches[step % len(batches)], settings["loss"])[0].backward()
        optimizer.step()


def written(model, number):
    """A number for each parameter, such as its gradient, as a network."""
    return {"layers": [
        {"weights": number(linear.weight).tolist()} if linear.bias is None
        else {"weights": number(linear.weight).tolist(), "bias": number(linear.bias).tolist()} for linear in model[::2]]}


def matrix(rows):
    """One row for each sample; a target may be a bare number."""
    return torch.tensor(rows, dtype=torch.get_default_dtype()).reshape(len(rows), -1)


def answer(request):
    if request["do"] == "hello":
        return HELLO
    model = model_of(request["network"]["layers"])
    X, Y = matrix(request["data"]["inputs"]), matrix(request["data"]["targets"])
    if request["do"] == "gradients":
        loss, outputs = loss_of(model, X, Y, request["loss"])
        loss.backward()
        return {"id": request["id"], "gradients": written(model, lambda parameter: parameter.grad),
                "loss": loss.item(), "outputs": outputs.tolist()}
    train(model, X, Y, request["settings"])
    return {"id": request["id"], "network": written(model, lambda parameter: parameter)}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
