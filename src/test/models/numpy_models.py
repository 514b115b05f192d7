"""Writes src/test/resources/models/numpy with NumPy.

/usr/bin/python3 -B src/test/models/numpy_models.py
"""

import zipfile

import numpy as np
from numpy.lib import format as npy

import expected
from expected import path

SMALL = {"f2": [2.0 ** -14, 2.0 ** -24, -3 * 2.0 ** -24], "f4": [2.0 ** -126, 2.0 ** -149, -3 * 2.0 ** -149],
         "f8": [2.0 ** -1022, 5e-324, -1.5e-323]}
IDS = {"f2": "float16", "f4": "float32", "f8": "float64", "i1": "int8", "u1": "uint8", "i2": "int16", "u2": "uint16", "i4": "int32",
       "u4": "uint32", "i8": "int64", "u8": "uint64", "b1": "bool"}


def numbers(kind):
    """A dozen for each type."""
    if kind in SMALL:
        largest = float(np.finfo(kind).max)
        return [0.0, -0.0, 1.0, -1.5, largest, *SMALL[kind], float("inf"), float("-inf"), float("nan"), 0.1]
    if kind == "b1":
        return [True, False] * 6
    bits = min(53, 8 * int(kind[1]))
    return [0, 1, 2, 3, 2 ** (bits - 1) - 1, 42, 17, 2 ** (bits - 1 if kind[0] == "i" else bits) - 1,
            *([-1, -2, -2 ** (bits - 1), -42] if kind[0] == "i" else [5, 6, 7, 8])]


def facts(name, array):
    """Python's own numbers of an array are exactly its entries."""
    return expected.tensor(name, IDS[array.dtype.str[1:]], array.shape, [entry.item() for entry in array.flatten(order="C")])


def save(name, array, version=None):
    with open(path("numpy", name), "wb") as file:
        npy.write_array(file, array, version=version)
    expected.write("numpy", name, [facts("array", array)])


def single():
    for kind in IDS:
        for order in "<>" if int(kind[1]) > 1 else "|":
            array = np.array(numbers(kind)).astype(order + kind)
            save("%s-%s.npy" % (IDS[kind], {"<": "little", ">": "big", "|": "byte"}[order]), array.reshape(3, 4))
    cube = np.arange(24, dtype="<f4").reshape(2, 3, 4) / 8
    save("columns.npy", np.asfortranarray(cube))
    save("columns-of-a-matrix.npy", np.asfortranarray(cube[0]).astype(">i2", order="F"))
    save("number.npy", np.array(0.1))
    save("nothing.npy", np.zeros((0, 3), "<f2"))
    save("nothing-by-columns.npy", np.zeros((3, 0), "<f2", order="F"))
    save("version-2.npy", cube, (2, 0))
    save("version-3.npy", cube, (3, 0))


def refused():
    np.save(path("numpy/refused", "objects.npy"), np.array([{"a": 1}, None], dtype=object), allow_pickle=True)
    np.save(path("numpy/refused", "records.npy"), np.zeros(2, dtype=[("x", "<f4"), ("y", "<i4")]))
    np.save(path("numpy/refused", "complex.npy"), np.zeros(2, dtype="<c8"))
    np.save(path("numpy/refused", "text.npy"), np.array(["a", "b"]))


def archives():
    """Times in archives are fixed, so that they are the same whenever they are made."""
    zipfile.time.localtime = lambda *ignored: (1980, 1, 1, 0, 0, 0, 0, 1, 0)
    rng = np.random.RandomState(1)
    hidden = rng.randint(-8, 9, (4, 6)) / 16
    hidden[:, 4] = hidden[:, 1]
    hidden[:, 2] = -0.0
    arrays = {"hidden/kernel": hidden.astype("<f4"), "hidden/bias": np.zeros(6, "<f4"),
              "out.kernel": np.asfortranarray(rng.randint(-8, 9, (6, 3)) / 16), "step": np.array(7)}
    for name, write in (("stored.npz", np.savez), ("deflated.npz", np.savez_compressed)):
        write(path("numpy", name), **arrays, names=np.array(["a", "b"]))
        expected.write("numpy", name, [facts(key, array) for key, array in arrays.items()], ["names"])


single()
refused()
archives()
