"""Writes what later versions write in another way: pytorch/later.pt with PyTorch 2.13, safetensors/later.safetensors with
safetensors 0.8.

python3 -B src/test/models/later_models.py
"""

import safetensors.torch
import torch

import expected
from expected import path

IDS = ["float16", "bfloat16", "float32", "float64", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "bool"]
NOT_READ = ["float8_e4m3fn", "float8_e5m2", "complex64"]


def facts(name, tensor):
    return expected.tensor(name, str(tensor.dtype).replace("torch.", ""), tensor.shape, tensor.detach().flatten().tolist())


torch.manual_seed(1)
layer = torch.nn.Linear(3, 2)
tensors = {id: torch.tensor([[0, 1, 2], [3, 5, 100]]).to(getattr(torch, id)) for id in IDS}
tensors.update({"layer." + key: value for key, value in layer.state_dict().items()})
not_read = {id: torch.ones(4).to(getattr(torch, id)) for id in NOT_READ}

model = {id: tensors[id] for id in IDS}
torch.save({**model, "layer": layer.state_dict(), **not_read, "epoch": 3}, path("pytorch", "later.pt"))
expected.write("pytorch", "later.pt", [facts(*item) for item in tensors.items()], NOT_READ)

safetensors.torch.save_file({**tensors, **not_read}, path("safetensors", "later.safetensors"), metadata={"format": "pt"})
with safetensors.safe_open(path("safetensors", "later.safetensors"), "pt") as file:
    order = file.offset_keys()
expected.write("safetensors", "later.safetensors", [facts(key, tensors[key]) for key in order if key in tensors],
               [key for key in order if key in not_read])
