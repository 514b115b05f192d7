"""What a reader has to find in a model, written beside it as JSON: every entry as a fraction."""

import json
import math
import os
from fractions import Fraction

MODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "resources", "models")


def path(folder, name):
    os.makedirs(os.path.join(MODELS, folder), exist_ok=True)
    return os.path.join(MODELS, folder, name)


def written(number):
    """A number of Python, which stands for itself exactly."""
    if isinstance(number, float):
        if math.isnan(number):
            return "NaN"
        if math.isinf(number):
            return "Infinity" if number > 0 else "-Infinity"
    return str(Fraction(number))


def tensor(name, type, shape, entries):
    """Entries in row-major order."""
    return {"name": name, "type": type, "shape": list(shape), "entries": [written(entry) for entry in entries]}


def write(folder, name, tensors, not_analysed=()):
    """Beside the model of this name."""
    with open(path(folder, name + ".expected.json"), "w") as file:
        json.dump({"tensors": tensors, "notAnalysed": list(not_analysed)}, file, indent=1, sort_keys=True)
        file.write("\n")
