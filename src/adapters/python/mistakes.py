"""The template with one mistake in it, for trying out whether it is found and named.

    python3 src/adapters/python/mistakes.py                 lists the mistakes
    python3 src/adapters/python/mistakes.py ascent          is a program to check, like the template

A mistake is a piece of the template and what stands in its place; each piece is there exactly once.
"""
import pathlib
import sys

ADD_WEIGHT_GRADIENT = "dW[l][j][k] += delta[j] * a[l][k]"
ADD_BIAS_GRADIENT = "db[l][j] += delta[j]\n"
EACH_GRADIENT = """\
            for j in range(len(W)):
                for k in range(len(W[j])):
                    dW"""
GO_DOWN = "da = [sum(W[j][k] * delta[j] for j in range(len(W))) for k in range(len(a[l]))]\n"
DELTA = 'delta = through(layers[l]["activation"], z[l], a[l + 1], da)\n'
CROSS_ENTROPY = 'if l == len(layers) - 1 and loss == "cross-entropy":'
FORWARD = 'z.append([dot(row, a[-1]) + b for row, b in zip(layer["weights"], layer["bias"])])\n'
ACTIVATE = 'a.append(activations(layer["activation"], z[-1]))\n'
OUTPUT = "        outputs.append(a[-1])\n"
LOSS_SLOPE = "da = [loss_slope(loss, f, t) for f, t in zip(a[-1], y)]\n"
SAMPLES = "for x, y in zip(inputs, targets):"
DIVIDE_BY = "    n = len(inputs)\n"
MEAN_WEIGHTS = "[[[g / n for g in row] for row in rows] for rows in dW]"
MEAN_BIASES = "[[g / n for g in row] for row in db]"
SLOPES = "return [slope(activation, u) * d for u, d in zip(z, da)]"
SOFTMAX_SLOPE = "return [s * (d - dot(a, da)) for s, d in zip(a, da)]"
RELU_SLOPE = "return 1.0 if z > 0 else 0.0"
LEAKY_SLOPE = "return 1.0 if z > 0 else leak(activation)"
SIGMOID_SLOPE = "return sigmoid(z) * (1 - sigmoid(z))"
TANH_SLOPE = "return 1 - math.tanh(z) ** 2"
ERROR = "    return f - y\n"
HINGE = "return -y if y * f < 1 else 0.0"
PERCEPTRON = "return -y if y * f <= 0 else 0.0"
ABSOLUTE = "return sign(f - y)"
DEFINE_GRADIENTS = "def gradients(layers, inputs, targets, loss):\n"
GRADIENTS_OF_BATCH = "dW, db, _ = gradients(layers, inputs[batch], targets[batch], loss)\n"
ZERO_GRADIENTS = '    db = [[0.0 for row in layer["weights"]] for layer in layers]\n'
ZERO_VELOCITIES = '    vb = [[0.0 for row in layer["weights"]] for layer in layers]\n'
VELOCITY = "vW[l][j][k] = momentum * vW[l][j][k] + dW[l][j][k] + decay * W[j][k]"
BIAS_VELOCITY = "vb[l][j] = momentum * vb[l][j] + db[l][j]"
MOVE = "W[j][k] -= eta * vW[l][j][k]"
MOVE_BIAS = "b[j] -= eta * vb[l][j]"
EACH_LAYER = '''\
        dW, db, _ = gradients(layers, inputs[batch], targets[batch], loss)
        for l, layer in enumerate(layers):
'''
EACH_STEP = "for step in range(steps):"
FIRST = "first = step % batches * batch_size"
BATCHES = "batches = math.ceil(len(inputs) / batch_size)"
DOT = "return sum(p * q for p, q in zip(u, v))"
LAYERS = 'layers = layers_of(request["network"])'
IMPORT = "import math\n"

# name: what it is, then pieces of the template, each followed by what takes its place.
MISTAKES = {
    # The slope of the activation.
    "activation-slope-left-out": ("sigma'(z) is left out of every delta", SLOPES, "return da"),
    "hidden-slope-left-out": ("sigma'(z) is left out of the deltas of hidden layers",
                              DELTA, DELTA + "            delta = delta if l == len(layers) - 1 else da\n"),
    "output-slope-left-out": ("sigma'(z) is left out of the delta of the last layer",
                              CROSS_ENTROPY, "if l == len(layers) - 1:"),
    "output-slope-twice": ("sigma'(z) is in the delta of the last layer twice",
                           DELTA, DELTA + '            if l == len(layers) - 1:\n'
                           '                delta = through(layers[l]["activation"], z[l], a[l + 1], delta)\n'),
    "slope-at-activation": ("the slope is taken at a, not at z", SLOPES, SLOPES.replace("zip(z", "zip(a")),
    "slope-formula-at-preactivation": ("the formula for a, such as a (1 - a), is applied to z",
                                       SIGMOID_SLOPE, "return z * (1 - z)", TANH_SLOPE, "return 1 - z ** 2"),
    "slope-twice": ("every slope is used twice", SLOPES, SLOPES.replace("u) *", "u) ** 2 *")),
    "slope-of-layer-above": ("the slope is that of the activation of the layer above",
                             DELTA, DELTA.replace("layers[l]", "layers[min(l + 1, len(layers) - 1)]")),
    "slope-of-first-sample": ("the slopes of the first sample are used for all samples",
                              OUTPUT, OUTPUT + "        first_z = z if len(outputs) == 1 else first_z\n",
                              DELTA, DELTA.replace("z[l]", "first_z[l]")),
    "slope-not-in-gradient": ("dW and db take what comes down, before it is multiplied by sigma'(z)",
                              ADD_WEIGHT_GRADIENT, ADD_WEIGHT_GRADIENT.replace("delta", "da"),
                              ADD_BIAS_GRADIENT, ADD_BIAS_GRADIENT.replace("delta", "da")),
    "relu-mask-inverted": ("ReLU's slope is 1 below 0 and 0 above", RELU_SLOPE, "return 0.0 if z > 0 else 1.0"),
    "relu-mask-of-delta": ("what comes down to ReLU is cut off at 0, wherever z is",
                           SLOPES, 'return [max(d, 0.0) if activation == "relu" else slope(activation, u) * d'
                           ' for u, d in zip(z, da)]'),
    "guided-backpropagation": ("ReLU passes on positive deltas only",
                               SLOPES, 'return [0.0 if activation == "relu" and d < 0 else slope(activation, u) * d'
                               ' for u, d in zip(z, da)]'),
    "leaky-slope-zero-backward": ("the slope of leaky-relu below 0 is 0", LEAKY_SLOPE, RELU_SLOPE),
    "leaky-sides-swapped": ("the slope of leaky-relu is Q above 0 and 1 below",
                            LEAKY_SLOPE, "return leak(activation) if z > 0 else 1.0"),
    "sigmoid-slope-flat-spot": ("0.1 is added to the slope of sigmoid", SIGMOID_SLOPE, SIGMOID_SLOPE + " + 0.1"),
    "tanh-slope-one-minus-a-squared": ("the slope of tanh is (1 - a)^2", TANH_SLOPE, "return (1 - math.tanh(z)) ** 2"),
    "tanh-slope-one-minus-a": ("the slope of tanh is 1 - a", TANH_SLOPE, "return 1 - math.tanh(z)"),
    "tanh-slope-of-sigmoid": ("the slope of tanh is a (1 - a)", TANH_SLOPE, "return math.tanh(z) * (1 - math.tanh(z))"),
    "softmax-slope-entrywise": ("softmax has the slope s (1 - s), and that under cross-entropy too",
                                SOFTMAX_SLOPE, "return [s * (1 - s) * d for s, d in zip(a, da)]",
                                CROSS_ENTROPY, CROSS_ENTROPY.replace(":", ' and layers[l]["activation"] == "sigmoid":')),
    "cross-entropy-slope-not-cancelled": ("the slope of sigmoid is in the delta under cross-entropy, with f - y",
                                          CROSS_ENTROPY,
                                          CROSS_ENTROPY.replace(":", ' and layers[l]["activation"] == "softmax":')),

    # What the slope and the delta are multiplied by.
    "input-is-preactivation": ("dW takes z of the layer below for its a", ADD_WEIGHT_GRADIENT,
                               "dW[l][j][k] += delta[j] * (z[l - 1][k] if l > 0 else x[k])"),
    "input-of-first-sample": ("dW takes the activations of the first sample for those of each",
                              OUTPUT, OUTPUT + "        first_a = a if len(outputs) == 1 else first_a\n",
                              ADD_WEIGHT_GRADIENT, ADD_WEIGHT_GRADIENT.replace("a[l][k]", "first_a[l][k]")),
    "delta-times-output": ("dW takes the unit's own activation for its input",
                           ADD_WEIGHT_GRADIENT, ADD_WEIGHT_GRADIENT.replace("a[l][k]", "a[l + 1][j]")),
    "input-left-out": ("dW is delta, without the input", ADD_WEIGHT_GRADIENT, "dW[l][j][k] += delta[j]"),
    "delta-not-times-weights": ("the delta below is the sum of the deltas above, without their weights",
                                GO_DOWN, GO_DOWN.replace("W[j][k] * ", "")),
    "weights-transposed": ("deltas come down through W where it should be its transpose, if the layer is square",
                           GO_DOWN, GO_DOWN.replace("W[j][k]", "(W[k][j] if len(W) == len(W[0]) else W[j][k])")),
    "gradient-transposed": ("dW is transposed, if the layer is square",
                            ADD_WEIGHT_GRADIENT, "if len(W) == len(W[0]):\n"
                            "                        dW[l][k][j] += delta[j] * a[l][k]\n"
                            "                    else:\n"
                            "                        " + ADD_WEIGHT_GRADIENT),
    "weights-above-updated-first": ("the deltas below are taken from weights that have been updated already",
                                    IMPORT, "import copy\n" + IMPORT,
                                    DEFINE_GRADIENTS, "def gradients(layers, inputs, targets, loss, updated=None):\n",
                                    'W = layers[l]["weights"]\n', 'W = (updated or layers)[l]["weights"]\n',
                                    EACH_LAYER, "        old = copy.deepcopy(layers)\n"
                                    "        for l, layer in reversed(list(enumerate(layers))):\n"
                                    "            dW, db, _ = gradients(old, inputs[batch], targets[batch], loss, layers)\n"),
    "delta-passes-layer": ("the delta of the layer above is passed on as it came, where widths allow it",
                           GO_DOWN, "below = da\n            " + GO_DOWN
                           + "            da = below if len(below) == len(da) else da\n"),
    "delta-normalised": ("what comes down is divided by its length",
                         GO_DOWN, GO_DOWN + "            da = [d / (math.hypot(*da) or 1.0) for d in da]\n"),
    "delta-clipped": ("deltas are cut off at -1 and 1",
                      EACH_GRADIENT, "            delta = [min(max(d, -1.0), 1.0) for d in delta]\n" + EACH_GRADIENT),

    # Biases.
    "no-bias-gradient": ("biases have the gradient 0", ADD_BIAS_GRADIENT, "db[l][j] += 0.0\n"),
    "bias-of-one-sample": ("the gradient of a bias is that of the last sample alone",
                           ADD_BIAS_GRADIENT, "db[l][j] = delta[j] * len(inputs)\n"),
    "biases-not-averaged": ("gradients of biases are summed over the batch, those of weights averaged",
                            MEAN_BIASES, "db"),
    "weights-not-averaged": ("gradients of weights are summed over the batch, those of biases averaged", MEAN_WEIGHTS, "dW"),
    "one-bias-for-a-layer": ("every bias of a layer has the sum of the deltas of all its units",
                             ADD_BIAS_GRADIENT, "db[l][j] += sum(delta)\n"),
    "bias-times-input": ("the gradient of a bias is multiplied by the first input",
                         ADD_BIAS_GRADIENT, "db[l][j] += delta[j] * a[l][0]\n"),
    "bias-left-out-forward": ("the forward pass leaves the biases out", FORWARD, FORWARD.replace(" + b for", " for")),

    # Sign, and the loss.
    "ascent": ("all gradients have the other sign", LOSS_SLOPE, LOSS_SLOPE.replace("[loss", "[-loss")),
    "bias-sign": ("gradients of biases have the other sign", ADD_BIAS_GRADIENT, "db[l][j] -= delta[j]\n"),
    "weight-sign": ("gradients of weights have the other sign",
                    ADD_WEIGHT_GRADIENT, ADD_WEIGHT_GRADIENT.replace("+=", "-=")),
    "target-minus-output": ("the slope of the loss is y - f", ERROR, "    return y - f\n"),
    "unsigned-error": ("the slope of the loss is |f - y|", ERROR, "    return abs(f - y)\n"),
    "target-ignored": ("the slope of the loss is f", ERROR, "    return f\n"),
    "error-squared": ("the slope of the squared loss is the loss", ERROR, "    return (f - y) ** 2 / 2\n"),
    "hinge-slope-times-p": ("the slope of hinge is -y f for -y", HINGE, HINGE.replace("-y if", "-y * f if")),
    "hinge-without-margin": ("hinge is 0 from y f = 0 on, not from 1", HINGE, HINGE.replace("< 1", "<= 0")),
    "perceptron-strict": ("a margin of 0 counts as right, so that zeros never move",
                          PERCEPTRON, PERCEPTRON.replace("<=", "<")),
    "absolute-slope-is-error": ("the slope of the absolute loss is f - y", ABSOLUTE, "return f - y"),

    # Batches.
    "gradients-not-reset": ("gradients are added to those of earlier calls",
                            DEFINE_GRADIENTS, "kept = {}\n\n\n" + DEFINE_GRADIENTS,
                            "    outputs = []\n", "    dW, db = kept.setdefault(str(dW), (dW, db))\n    outputs = []\n"),
    "last-batch-divided-by-full-size": ("a shorter last batch is divided by the full batch size",
                                        DEFINE_GRADIENTS, "def gradients(layers, inputs, targets, loss, size=None):\n",
                                        DIVIDE_BY, "    n = size or len(inputs)\n",
                                        GRADIENTS_OF_BATCH, GRADIENTS_OF_BATCH.replace("loss)", "loss, batch_size)")),
    "divided-by-width": ("the sum is divided by the number of inputs, not of samples", DIVIDE_BY, "    n = len(inputs[0])\n"),
    "divided-twice": ("the sum is divided by the number of samples twice", DIVIDE_BY, "    n = len(inputs) ** 2\n"),
    "divided-by-one-less": ("the sum is divided by n - 1", DIVIDE_BY, "    n = max(len(inputs) - 1, 1)\n"),
    "first-sample-skipped": ("the first sample has no gradient",
                             OUTPUT, OUTPUT + "        if len(outputs) == 1:\n            continue\n"),
    "last-sample-skipped": ("the last sample has no gradient",
                            OUTPUT, OUTPUT + "        if len(outputs) == len(inputs):\n            continue\n"),
    "last-sample-only": ("the gradient is that of the last sample",
                         SAMPLES, SAMPLES + "\n        dW = [[[0.0] * len(row) for row in rows] for rows in dW]\n"
                         "        db = [[0.0] * len(row) for row in db]",
                         DIVIDE_BY, "    n = 1\n"),
    "targets-reversed": ("samples meet the targets in reverse order", SAMPLES, SAMPLES.replace("targets", "targets[::-1]")),
    "targets-shifted": ("a sample meets the target of the next",
                        SAMPLES, SAMPLES.replace("targets", "targets[1:] + targets[:1]")),

    # Units and layers that are left out.
    "only-last-layer-trained": ("only the last layer has a gradient", GO_DOWN, GO_DOWN + "            break\n"),
    "first-layer-not-trained": ("the first layer has no gradient",
                                DELTA, "if l == 0 and len(layers) > 1:\n                break\n            " + DELTA),
    "first-unit-skipped": ("the first unit of a layer has no gradient",
                           EACH_GRADIENT, EACH_GRADIENT.replace("range(len(W))", "range(1, len(W))")),
    "last-unit-skipped": ("the last unit of a layer has no gradient",
                          EACH_GRADIENT, EACH_GRADIENT.replace("range(len(W))", "range(len(W) - 1)")),
    "first-input-skipped": ("the weights of the first input have no gradient",
                            EACH_GRADIENT, EACH_GRADIENT.replace("range(len(W[j]))", "range(1, len(W[j]))")),
    "last-input-skipped": ("the weights of the last input have no gradient",
                           EACH_GRADIENT, EACH_GRADIENT.replace("range(len(W[j]))", "range(len(W[j]) - 1)")),

    # Numbers, and what is remembered.
    "float32-for-float64": ("sums and gradients are rounded to float32",
                            IMPORT, IMPORT + "import struct\n",
                            DOT, "return float32(" + DOT.removeprefix("return ") + ")\n\n\n"
                            'def float32(u):\n    return struct.unpack("f", struct.pack("f", u))[0]',
                            MEAN_WEIGHTS, MEAN_WEIGHTS.replace("g / n", "float32(g / n)"),
                            MEAN_BIASES, MEAN_BIASES.replace("g / n", "float32(g / n)")),
    "integer-division": ("the mean is rounded down to a whole number",
                         MEAN_WEIGHTS, MEAN_WEIGHTS.replace("/", "//"), MEAN_BIASES, MEAN_BIASES.replace("/", "//")),
    "gradient-truncated": ("gradients lose what is behind the point",
                           MEAN_WEIGHTS, MEAN_WEIGHTS.replace("g / n", "float(int(g / n))"),
                           MEAN_BIASES, MEAN_BIASES.replace("g / n", "float(int(g / n))")),
    "network-of-first-request": ("a network of the same shape as an earlier one is taken for it",
                                 DEFINE_GRADIENTS, "kept = {}\n\n\n" + DEFINE_GRADIENTS,
                                 LAYERS, "shape = [(len(layer['weights']), len(layer['weights'][0]), layer['activation'], 'bias' in layer)\n"
                                 "             for layer in request['network']['layers']]\n"
                                 '    layers = kept.setdefault(str(shape), layers_of(request["network"]))'),

    # Training.
    "steps-up": ("steps add the rate times the velocity",
                 MOVE, MOVE.replace("-=", "+="), MOVE_BIAS, MOVE_BIAS.replace("-=", "+=")),
    "biases-not-trained": ("biases do not move", MOVE_BIAS, "pass"),
    "one-step-less": ("one step less is made", EACH_STEP, "for step in range(steps - 1):"),
    "one-step-more": ("one step more is made", EACH_STEP, "for step in range(steps + 1):"),
    "first-batch-only": ("every step uses the first batch", FIRST, "first = 0"),
    "last-batch-left-out": ("a shorter last batch is left out", BATCHES, "batches = max(len(inputs) // batch_size, 1)"),
    "rate-divided-by-batch": ("steps are divided by the batch size again", MOVE, MOVE.replace("eta", "eta / batch_size"),
                              MOVE_BIAS, MOVE_BIAS.replace("eta", "eta / batch_size")),
    "decay-on-biases": ("weight decay is on biases too",
                        BIAS_VELOCITY, BIAS_VELOCITY + " + decay * b[j]"),
    "decay-sign": ("weight decay has the other sign, so that weights grow", VELOCITY, VELOCITY.replace("+ decay", "- decay")),
    "decay-left-out": ("there is no weight decay", VELOCITY, VELOCITY.replace(" + decay * W[j][k]", "")),
    "decay-of-sign": ("weight decay takes the sign of a weight", VELOCITY, VELOCITY.replace("W[j][k]", "sign(W[j][k])")),
    "decay-not-times-rate": ("weight decay is not multiplied by the rate",
                             VELOCITY, VELOCITY.replace(" + decay * W[j][k]", ""),
                             MOVE, "W[j][k] -= eta * vW[l][j][k] + decay * W[j][k]"),
    "momentum-left-out": ("there is no momentum", VELOCITY, VELOCITY.replace("momentum * vW[l][j][k] + ", ""),
                          BIAS_VELOCITY, "vb[l][j] = db[l][j]"),
    "momentum-not-on-biases": ("biases have no momentum", BIAS_VELOCITY, "vb[l][j] = db[l][j]"),
    "momentum-sign": ("momentum has the other sign", VELOCITY, VELOCITY.replace("= momentum", "= -momentum"),
                      BIAS_VELOCITY, BIAS_VELOCITY.replace("= momentum", "= -momentum")),
    "momentum-not-per-parameter": ("all weights of a layer share one velocity, and all biases",
                                   VELOCITY, VELOCITY.replace("vW[l][j][k]", "vW[l][0][0]"),
                                   MOVE, MOVE.replace("vW[l][j][k]", "vW[l][0][0]"),
                                   BIAS_VELOCITY, BIAS_VELOCITY.replace("vb[l][j]", "vb[l][0]"),
                                   MOVE_BIAS, MOVE_BIAS.replace("vb[l][j]", "vb[l][0]")),
    "velocity-kept": ("a training begins with the velocity that an earlier one ended with",
                      DEFINE_GRADIENTS, "kept = {}\n\n\n" + DEFINE_GRADIENTS,
                      ZERO_VELOCITIES, ZERO_VELOCITIES + "    vW, vb = kept.setdefault(str(vW), (vW, vb))\n"),
}


def template_with(name):
    """The text of the template with a mistake."""
    text = pathlib.Path(__file__).with_name("template.py").read_text(encoding="utf-8")
    pieces = MISTAKES[name][1:]
    for piece, other in zip(pieces[::2], pieces[1::2]):
        if text.count(piece) != 1:
            sys.exit(f"{name}: {text.count(piece)} times in the template, expected once: {piece}")
        text = text.replace(piece, other)
    return text


if __name__ == "__main__":
    if len(sys.argv) == 1:
        for name, (says, *_) in MISTAKES.items():
            print(f"{name}: {says}")
    elif sys.argv[1] in MISTAKES:
        exec(compile(template_with(sys.argv[1]), f"template.py with {sys.argv[1]}", "exec"), {"__name__": "__main__"})
    else:
        sys.exit(f"{sys.argv[1]}: no such mistake; without a name, all are listed")
