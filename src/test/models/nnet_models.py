"""Text networks as sisl's NNet writes them: python3 nnet_models.py"""

import random

import expected

RANDOM = random.Random(3)


def lines(rows):
    return "".join("".join(text + "," for text in row) + "\n" for row in rows)


def write(name, sizes, spell):
    """spell makes the text of a number; what tools read is the binary64 that Python's float() makes of it."""
    tensors = []

    def rows(called, *shape):
        texts = [[spell(RANDOM.uniform(-2, 2)) for _ in range(shape[-1])] for _ in range(shape[0] if len(shape) > 1 else 1)]
        if len(shape) > 1 and shape[0] > 2:
            texts[2] = texts[0]                                             # twins: units 0 and 2 of each layer of three or more
            texts[1] = ["0.0"] * shape[-1]
        tensors.append(expected.tensor(called, "text", shape, [float(x) for row in texts for x in row]))
        return texts

    text = "// Neural Network File Format by Kyle Julian, Stanford 2016\n"
    text += f"{len(sizes) - 1},{sizes[0]},{sizes[-1]},{max(sizes)},\n" + ",".join(map(str, sizes)) + ",\n0,\n"
    for called, size in (("input minimums", sizes[0]), ("input maximums", sizes[0]),
                         ("means of the inputs and the outputs", sizes[0] + 1),
                         ("ranges of the inputs and the outputs", sizes[0] + 1)):
        text += lines(rows(called, size))
    for layer in range(1, len(sizes)):
        text += lines(rows(f"layer {layer} weights", sizes[layer], sizes[layer - 1]))
        text += lines([each] for each in rows(f"layer {layer} bias", sizes[layer])[0])
    with open(expected.path("nnet", name + ".nnet"), "w") as file:
        file.write(text)
    expected.write("nnet", name + ".nnet", tensors)


write("small", [2, 4, 3, 1], lambda x: f"{x:.5e}")
write("spelt", [1, 3, 2], lambda x: RANDOM.choice(
    [repr(x), f"{x:+.25f}", "1e-400", "4.9e-324", "2.47e-324", "2.48E-324", "1.7976931348623158e308", "1e309", "-inf", "nan", ".5", "-7.",
     "9007199254740993", "1" + "0" * 60]))
