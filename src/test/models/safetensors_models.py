"""Writes src/test/resources/models/safetensors by the description of the format, with the numbers that struct packs.

/usr/bin/python3 -B src/test/models/safetensors_models.py
"""

import json
import struct

import expected

FLOATS = {
    "F16": ("float16", "e", [0.0, -0.0, 1.0, -1.5, 65504.0, 2.0 ** -14, 2.0 ** -24, -3 * 2.0 ** -24,
                             float("inf"), float("-inf"), float("nan"), 0.0999755859375]),
    "F32": ("float32", "f", [0.0, -0.0, 1.0, -1.5, 3.4028234663852886e38, 2.0 ** -126, 2.0 ** -149, -3 * 2.0 ** -149,
                             float("inf"), float("-inf"), float("nan"), 0.10000000149011612]),
    "F64": ("float64", "d", [0.0, -0.0, 1.0, -1.5, 1.7976931348623157e308, 2.0 ** -1022, 5e-324, -1.5e-323,
                             float("inf"), float("-inf"), float("nan"), 0.1]),
}
INTEGERS = {"I8": ("int8", "b", 8), "I16": ("int16", "h", 16), "I32": ("int32", "i", 32), "I64": ("int64", "q", 53),
            "U8": ("uint8", "B", -8), "U16": ("uint16", "H", -16), "U32": ("uint32", "I", -32), "U64": ("uint64", "Q", -53)}


def bfloat16(number):
    """Of a number that is one: the upper half of its binary32."""
    return struct.pack("<f", number)[2:]


def integers(bits):
    if bits == 53:
        return [0, 1, -1, -2 ** 53, 2 ** 53 - 1, -2 ** 63]
    if bits > 0:
        return [0, 1, -1, -2 ** (bits - 1), 2 ** (bits - 1) - 1, 42]
    return [0, 1, 2, 2 ** -bits - 1, 2 ** (-bits - 1), 42]


def save(name, tensors, metadata=None, padding=0):
    """Each (name, type, shape, bytes)."""
    head = {} if metadata is None else {"__metadata__": metadata}
    content = b""
    for tensor, type, shape, data in tensors:
        head[tensor] = {"dtype": type, "shape": shape, "data_offsets": [len(content), len(content) + len(data)]}
        content += data
    text = json.dumps(head, separators=(",", ":")).encode() + b" " * padding
    with open(expected.path("safetensors", name), "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + content)


def all_types():
    tensors, facts = [], []
    for type, (id, code, numbers) in FLOATS.items():
        tensors.append((type.lower(), type, [3, 4], struct.pack("<12" + code, *numbers)))
        facts.append(expected.tensor(type.lower(), id, [3, 4], numbers))
    numbers = [0.0, -0.0, 1.0, -1.5, 2.0 ** -126, 2.0 ** -133, -3 * 2.0 ** -133, float("inf"), float("-inf"), float("nan"),
               255 * 2.0 ** 120, 0.10009765625]
    tensors.append(("bf16", "BF16", [12], b"".join(map(bfloat16, numbers))))
    facts.append(expected.tensor("bf16", "bfloat16", [12], numbers))
    for type, (id, code, bits) in INTEGERS.items():
        tensors.append((type.lower(), type, [2, 1, 3], struct.pack("<6" + code, *integers(bits))))
        facts.append(expected.tensor(type.lower(), id, [2, 1, 3], integers(bits)))
    tensors.append(("bool", "BOOL", [3], b"\x00\x01\x01"))
    facts.append(expected.tensor("bool", "bool", [3], [0, 1, 1]))
    tensors.append(("number", "F32", [], struct.pack("<f", 0.25)))
    facts.append(expected.tensor("number", "float32", [], [0.25]))
    tensors.append(("nothing", "F32", [0, 3], b""))
    facts.append(expected.tensor("nothing", "float32", [0, 3], []))
    tensors.append(("small.float", "F8_E4M3", [4], b"\x00\x01\x02\x03"))
    save("all-types.safetensors", tensors, {"format": "pt", "made by": "struct"}, padding=5)
    expected.write("safetensors", "all-types.safetensors", facts, ["small.float"])


def planted():
    """A perceptron 4-6-3 as PyTorch orients it: hidden units 1 and 4 are twins, 2 is zero, 5 has no outgoing weights."""
    rows = [[0.5, -0.25, 1.0, 0.125], [0.1, 0.2, -0.3, 0.4], [0.0, -0.0, 0.0, 0.0], [1.5, 0.5, -0.5, 0.75],
            [0.1, 0.2, -0.3, 0.4], [0.3, 0.6, 0.9, -0.1]]
    bias = [0.0, 0.7, 0.0, -0.1, 0.7, 0.2]
    out = [[0.2, 0.3, 0.1, -0.4, 0.3, 0.0], [0.4, -0.1, 0.6, 0.5, -0.1, -0.0], [-0.2, 0.8, 0.9, 0.1, 0.8, 0.0]]
    shapes = [("hidden.weight", [6, 4], sum(rows, [])), ("hidden.bias", [6], bias), ("out.weight", [3, 6], sum(out, [])),
              ("out.bias", [3], [0.0, 0.0, 0.0])]
    rounded = [(name, shape, list(struct.unpack("<%df" % len(numbers), struct.pack("<%df" % len(numbers), *numbers))))
               for name, shape, numbers in shapes]
    save("planted.safetensors", [(name, "F32", shape, struct.pack("<%df" % len(numbers), *numbers))
                                 for name, shape, numbers in rounded])
    expected.write("safetensors", "planted.safetensors",
                   [expected.tensor(name, "float32", shape, numbers) for name, shape, numbers in rounded])


all_types()
planted()
