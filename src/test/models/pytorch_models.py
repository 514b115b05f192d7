"""Writes src/test/resources/models/pytorch with PyTorch.

/usr/bin/python3 -B src/test/models/pytorch_models.py ; but for before-1.6.pt and script.pt, which have numbers of the moment in
them, the files are the same each time.
"""

import collections
import io
import os
import pickle
import zipfile

import torch

import expected
from expected import path

IDS = {torch.float16: "float16", torch.bfloat16: "bfloat16", torch.float32: "float32", torch.float64: "float64",
       torch.int8: "int8", torch.uint8: "uint8", torch.int16: "int16", torch.int32: "int32", torch.int64: "int64",
       torch.bool: "bool"}
SMALL = {torch.float16: [2.0 ** -14, 2.0 ** -24, -3 * 2.0 ** -24], torch.bfloat16: [2.0 ** -126, 2.0 ** -133, -3 * 2.0 ** -133],
         torch.float32: [2.0 ** -126, 2.0 ** -149, -3 * 2.0 ** -149], torch.float64: [2.0 ** -1022, 5e-324, -1.5e-323]}


def facts(name, tensor):
    """PyTorch's own order of the entries, by their indices."""
    return expected.tensor(name, IDS[tensor.dtype], tensor.shape, tensor.detach().contiguous().flatten().tolist())


def save(name, model, tensors, not_analysed=(), **options):
    torch.save(model, path("pytorch", name), **options)
    expected.write("pytorch", name, [facts(key, tensor) for key, tensor in tensors], not_analysed)


def numbers(type):
    if type in SMALL:
        return [0.0, -0.0, 1.0, -1.5, torch.finfo(type).max, *SMALL[type], float("inf"), float("-inf"), float("nan"), 0.1]
    if type == torch.bool:
        return [True, False] * 6
    bits = torch.iinfo(type).bits
    return [0, 1, 2, 3, 4, 5, 6, 7, 42, min(torch.iinfo(type).max, 2 ** 53 - 1), max(torch.iinfo(type).min, -2 ** 53), bits]


def all_types():
    tensors = {str(type).replace("torch.", ""): torch.tensor(numbers(type), dtype=type).reshape(3, 4) for type in IDS}
    tensors["number"] = torch.tensor(0.1)
    tensors["nothing"] = torch.zeros(0, 3)
    complete = dict(tensors)
    complete["complex"] = torch.tensor([1 + 2j])
    save("all-types.pt", complete, tensors.items(), ["complex"])


def views():
    """Storages that are shared, seen from the middle, transposed, with gaps, and repeated."""
    base = torch.arange(60, dtype=torch.float32) / 8
    cube = base[:24].reshape(2, 3, 4)
    tied = torch.arange(12, dtype=torch.float64).reshape(3, 4) / 3
    tensors = collections.OrderedDict([
        ("embedding.weight", tied), ("decoder.weight", tied), ("transposed", tied.t()), ("middle", base[7:19].reshape(3, 4)),
        ("gaps", base[1::7]), ("permuted", cube.permute(2, 0, 1)), ("columns", cube[:, :, 1]), ("one", cube[1, 2, 3]),
        ("expanded.little", base[:2].unsqueeze(1).expand(2, 3)), ("windows", base.as_strided((5, 8), (4, 1), 3)),
        ("last", base[59:]), ("none", base[60:]), ("channels.last", torch.arange(24, dtype=torch.int16).reshape(1, 2, 3, 4)
                                                    .contiguous(memory_format=torch.channels_last))])
    complete = collections.OrderedDict(tensors)
    complete["expanded.much"] = base[:1].clone().expand(4, 5)
    save("views.pt", complete, tensors.items(), ["expanded.much"])


def perceptron():
    """4-6-3, units out x units in: hidden units 1 and 4 are twins, 2 is zero, 5 has no outgoing weights."""
    torch.manual_seed(1)
    model = torch.nn.Sequential(torch.nn.Linear(4, 6), torch.nn.ReLU(), torch.nn.Linear(6, 3))
    with torch.no_grad():
        model[0].weight[4] = model[0].weight[1]
        model[0].bias[4] = model[0].bias[1]
        model[2].weight[:, 4] = model[2].weight[:, 1]
        model[0].weight[2] = -0.0
        model[0].bias[2] = 0
        model[2].weight[:, 5] = 0
    return model


def checkpoints():
    model = perceptron()
    state = model.state_dict()
    for protocol in (2, 3, 4, 5):
        save("state-dict-%d.pt" % protocol, state, state.items(), pickle_protocol=protocol)
    optimiser = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    model(torch.ones(1, 4)).sum().backward()
    optimiser.step()
    state = model.state_dict()
    checkpoint = {"model": state, "optimizer": optimiser.state_dict(), "epoch": 3, "best": 0.5, "large": 2 ** 70, "note": "text",
                  "none": None, "flags": (True, False), "shapes": [(2, 3), []],
                  "ema": [model[0].weight, (model[2].bias,)]}
    tensors = [("model." + key, tensor) for key, tensor in state.items()]
    tensors += [("optimizer.state.%d.momentum_buffer" % key, value["momentum_buffer"])
                for key, value in optimiser.state_dict()["state"].items()]
    tensors += [("ema.0", model[0].weight), ("ema.1.0", model[2].bias)]
    save("checkpoint.pth", checkpoint, tensors)
    save("tensor.pt", model[0].weight.detach().clone(), [("tensor", model[0].weight)])


def big_endian():
    """As a machine of the other byte order writes it, since 2.1 with an entry that says so."""
    numbers = torch.tensor([1.5, -0.25, 2.0 ** -149])
    buffer = io.BytesIO()
    torch.save({"w": numbers}, buffer)
    with zipfile.ZipFile(path("pytorch", "big-endian.pt"), "w") as out, zipfile.ZipFile(buffer) as saved:
        for entry in saved.infolist():
            data = saved.read(entry)
            if "/data/" in entry.filename:
                data = b"".join(data[i:i + 4][::-1] for i in range(0, len(data), 4))
            out.writestr(zipfile.ZipInfo(entry.filename), data)
        out.writestr(zipfile.ZipInfo("archive/byteorder"), "big")
    expected.write("pytorch", "big-endian.pt", [facts("w", numbers)])


class Runs:
    """What loads it runs a command."""

    def __reduce__(self):
        return os.system, ("touch /tmp/stillpoint-was-here",)


def refused():
    torch.save(perceptron(), path("pytorch/refused", "module.pt"))
    torch.save({"w": torch.zeros(1), "code": Runs()}, path("pytorch/refused", "code.pt"))
    torch.save(perceptron().state_dict(), path("pytorch/refused", "before-1.6.pt"), _use_new_zipfile_serialization=False)
    with open(path("pytorch/refused", "plain.pt"), "wb") as file:
        pickle.dump([1, 2, 3], file, protocol=4)
    torch.jit.save(torch.jit.script(perceptron()), path("pytorch/refused", "script.pt"))
    torch.save({"set": {1}}, path("pytorch/refused", "set.pt"))


all_types()
views()
checkpoints()
big_endian()
refused()
