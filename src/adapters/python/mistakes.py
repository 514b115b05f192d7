"""The template with one mistake in it, for trying out whether it is found and named.

    python3 src/adapters/python/mistakes.py               lists the mistakes
    python3 src/adapters/python/mistakes.py ascent        is a program to check, like the template
    python3 src/adapters/python/mistakes.py conventions   lists ways of right programs, which are no mistakes
    python3 src/adapters/python/mistakes.py memories      lists what a program may wrongly keep, or lose, from request to request

A mistake is called as the check calls it; if it is not made in all layers, these are named behind a colon.
It is a piece of the template and what stands in its place; each piece is there exactly once.
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
CROSS_ENTROPY_DELTA = "delta = da  # the slope of sigmoid or softmax has cancelled out\n"
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
ABS_SLOPE = "        return sign(z)\n"
HARD_TANH_SLOPE = "return 1.0 if -1 <= z <= 1 else 0.0"
LEAKY_SLOPE = "return 1.0 if z > 0 else leak(activation)"
SIGMOID_SLOPE = "return sigmoid(z) * (1 - sigmoid(z))"
TANH_SLOPE = "return 1 - math.tanh(z) ** 2"
LEAKY = "return z if z > 0 else leak(activation) * z"
ERROR = "    return f - y\n"
HINGE = "return -y if y * f < 1 else 0.0"
PERCEPTRON = "return -y if y * f <= 0 else 0.0"
ABSOLUTE = "return sign(f - y)"
LOGISTIC = "return -y * sigmoid(-y * f)"
DEFINE_GRADIENTS = "def gradients(layers, inputs, targets, loss):\n"
ZERO_GRADIENTS = "    outputs = []\n"
BATCH_GRADIENTS = "dW, db, _ = gradients(layers, inputs[batch], targets[batch], loss)\n"
ZERO_VELOCITIES = '    vb = [[0.0 for row in layer["weights"]] for layer in layers]\n'
EACH_LAYER = "        for l, layer in enumerate(layers):\n"
EACH_UNIT = """\
            for j in range(len(W)):
                for k in range(len(W[j])):
                    vW"""
VELOCITY = "vW[l][j][k] = momentum * vW[l][j][k] + dW[l][j][k] + decay * W[j][k]"
BIAS_VELOCITY = "vb[l][j] = momentum * vb[l][j] + db[l][j]"
MOVE = "W[j][k] -= eta * vW[l][j][k]"
MOVE_BIAS = "b[j] -= eta * vb[l][j]"
EACH_STEP = "for step in range(steps):"
FIRST = "first = step % batches * batch_size"
BATCHES = "batches = math.ceil(len(inputs) / batch_size)"
DOT = "return sum(p * q for p, q in zip(u, v))"
LAYERS = 'layers = layers_of(request["network"])'
IMPORT = "import math\n"

# A softmax has no slope of its own to leave out.
LAST_WITHOUT_SLOPE = DELTA + """\
            if l == len(layers) - 1 and layers[l]["activation"] != "softmax":
                delta = da
"""
HIDDEN_WITHOUT_SLOPE = DELTA + """\
            if l < len(layers) - 1:
                delta = da
"""
LAST_WITH_SLOPE_TWICE = DELTA + """\
            if l == len(layers) - 1 and layers[l]["activation"] != "softmax":
                delta = through(layers[l]["activation"], z[l], a[l + 1], delta)
"""
SLOPE_OF_LAYER_ABOVE = """\
if l < len(layers) - 1:
                above = layers[l + 1]["activation"]
                delta = through("identity" if above == "softmax" else above, z[l], a[l + 1], da)
            else:
                """ + DELTA
TRANSPOSED_GRADIENT = """\
if len(W) == len(W[j]):
                        dW[l][k][j] += delta[j] * a[l][k]
                    else:
                        """ + ADD_WEIGHT_GRADIENT
UPDATED_FIRST = """\
        old = copy.deepcopy(layers)
        for l, layer in reversed(list(enumerate(layers))):
            dW, db, _ = gradients(old, inputs[batch], targets[batch], loss, layers)
"""
ADD_UP = """\
        added = [dW, db] = plus(added, [dW, db]) if added else [dW, db]
"""
LAST_SAMPLE = SAMPLES + """
        dW = [[[0.0 for entry in row] for row in rows] for rows in dW]
        db = [[0.0 for entry in row] for row in db]"""
FIRST_Z = OUTPUT + "        first_z = z if len(outputs) == 1 else first_z\n"
FIRST_A = OUTPUT + "        first_a = a if len(outputs) == 1 else first_a\n"
KEEP = "kept = {}\n\n\n" + DEFINE_GRADIENTS
KNOWN_NETWORK = """\
shape = [[len(layer["weights"]), len(layer["weights"][0]), layer["activation"], "bias" in layer]
             for layer in request["network"]["layers"]]
    layers = kept.setdefault(str(shape), layers_of(request["network"]))"""
KNOWN_INPUTS = """\
inputs = kept.setdefault(str([len(x) for x in inputs]), inputs)
    """
FLOAT32 = DOT.replace("sum", "float32(sum") + """)


def float32(u):
    return struct.unpack("f", struct.pack("f", u))[0]"""

# Name: what it is, then pieces of the template, each followed by what takes its place.
MISTAKES = {
    # The slope of the activation.
    "activation-slope-left-out": ("sigma'(z) is left out of every delta", SLOPES, "return da"),
    "activation-slope-left-out:hidden": ("sigma'(z) is left out of the deltas of hidden layers", DELTA, HIDDEN_WITHOUT_SLOPE),
    "activation-slope-left-out:last": ("sigma'(z) is left out of the delta of the last layer", DELTA, LAST_WITHOUT_SLOPE),
    "activation-slope-twice": ("every slope is used twice", SLOPES, SLOPES.replace("u) *", "u) ** 2 *")),
    "activation-slope-twice:last": ("the slope of the last layer is used twice", DELTA, LAST_WITH_SLOPE_TWICE),
    "slope-at-activation": ("the slope is taken at a, not at z", SLOPES, SLOPES.replace("zip(z", "zip(a")),
    "slope-formula-at-preactivation": ("the formula for a, such as a (1 - a), is given z",
                                       SIGMOID_SLOPE, "return z * (1 - z)", TANH_SLOPE, "return 1 - z ** 2"),
    "slope-of-layer-above": ("the slope is that of the activation of the layer above", DELTA, SLOPE_OF_LAYER_ABOVE),
    "slope-of-first-sample": ("the slopes of the first sample are used for all",
                              OUTPUT, FIRST_Z, DELTA, DELTA.replace("z[l]", "first_z[l]")),
    "slope-missing-in-weight-gradient": ("dW takes what comes down before it is multiplied by sigma'(z)",
                                         ADD_WEIGHT_GRADIENT, ADD_WEIGHT_GRADIENT.replace("delta", "da")),
    "slope-missing-in-bias-gradient": ("db takes what comes down before it is multiplied by sigma'(z)",
                                       ADD_BIAS_GRADIENT, ADD_BIAS_GRADIENT.replace("delta", "da")),
    "mask-inverted": ("the slope is taken at -z", SLOPES, SLOPES.replace("slope(activation, u)", "slope(activation, -u)")),
    "mask-by-what-comes-down": ("a relu cuts off what comes down at 0, wherever z is",
                                SLOPES, 'return [max(d, 0.0) if activation == "relu" else slope(activation, u) * d'
                                ' for u, d in zip(z, da)]'),
    "guided-backpropagation": ("a relu passes on positive numbers only",
                               SLOPES, 'return [0.0 if activation == "relu" and d < 0 else slope(activation, u) * d'
                               ' for u, d in zip(z, da)]'),
    "leaky-slope-0-backward": ("the slope of leaky-relu below 0 is 0 on the way back", LEAKY_SLOPE, RELU_SLOPE),
    "leaky-slope-1-backward": ("the slope of leaky-relu below 0 is 1 on the way back", LEAKY_SLOPE, "return 1.0"),
    "flat-spot": ("0.1 is added to the slope of sigmoid and tanh",
                  SIGMOID_SLOPE, SIGMOID_SLOPE + " + 0.1", TANH_SLOPE, TANH_SLOPE + " + 0.1"),
    "sigmoid-slope-as-tanh": ("the slope of sigmoid is 1 - a^2", SIGMOID_SLOPE, "return 1 - sigmoid(z) ** 2"),
    "tanh-slope-as-sigmoid": ("the slope of tanh is a (1 - a)", TANH_SLOPE, "return math.tanh(z) * (1 - math.tanh(z))"),
    "tanh-slope-not-squared": ("the slope of tanh is 1 - a", TANH_SLOPE, "return 1 - math.tanh(z)"),
    "tanh-slope-squared-outside": ("the slope of tanh is (1 - a)^2", TANH_SLOPE, "return (1 - math.tanh(z)) ** 2"),
    "hard-tanh-never-flat": ("the slope of hard-tanh is 1 everywhere", HARD_TANH_SLOPE, "return 1.0"),
    "abs-slope-1": ("the slope of abs is 1 everywhere", ABS_SLOPE, "        return 1.0\n"),
    "softmax-slope-entrywise": ("the slope of softmax is s (1 - s) for each output by itself",
                                SOFTMAX_SLOPE, "return [s * (1 - s) * d for s, d in zip(a, da)]"),
    "cross-entropy-times-output-slope": ("under cross-entropy, f - y is multiplied by f (1 - f)",
                                         CROSS_ENTROPY_DELTA, "delta = [d * f * (1 - f) for d, f in zip(da, a[-1])]\n"),

    # What delta is multiplied by.
    "preactivation-as-input": ("dW takes z of the layer below for its a", ADD_WEIGHT_GRADIENT,
                               "dW[l][j][k] += delta[j] * (z[l - 1][k] if l > 0 else x[k])"),
    "own-activation-as-input": ("dW takes the activations of the layer itself, if there are as many",
                                ADD_WEIGHT_GRADIENT, ADD_WEIGHT_GRADIENT.replace(
                                    "a[l][k]", "a[l + 1 if len(W) == len(W[j]) else l][k]")),
    "network-input-for-every-layer": ("dW takes the input of the network in every layer, if widths allow it",
                                      ADD_WEIGHT_GRADIENT, ADD_WEIGHT_GRADIENT.replace(
                                          "a[l][k]", "a[0 if len(x) == len(W[j]) else l][k]")),
    "input-of-first-sample": ("dW takes the activations of the first sample for those of each",
                              OUTPUT, FIRST_A, ADD_WEIGHT_GRADIENT, ADD_WEIGHT_GRADIENT.replace("a[l][k]", "first_a[l][k]")),
    "input-left-out": ("dW is delta, without the input", ADD_WEIGHT_GRADIENT, "dW[l][j][k] += delta[j]"),
    "weights-above-left-out": ("the deltas above are summed without their weights", GO_DOWN, GO_DOWN.replace("W[j][k] * ", "")),
    "weights-above-not-transposed": ("deltas come down through W, not its transpose, if it is square",
                                     GO_DOWN, GO_DOWN.replace("W[j][k]", "(W[k][j] if len(W) == len(W[j]) else W[j][k])")),
    "only-last-unit-above": ("only the last unit above sends its delta down",
                             GO_DOWN, GO_DOWN.replace("for j in range(len(W))", "for j in [len(W) - 1]")),
    "sign-flipped-going-down": ("what comes down changes its sign", GO_DOWN, GO_DOWN.replace("[sum", "[-sum")),
    "weights-updated-before-deltas": ("deltas come down through weights that have been updated already",
                                      IMPORT, "import copy\n" + IMPORT,
                                      DEFINE_GRADIENTS, "def gradients(layers, inputs, targets, loss, updated=None):\n",
                                      'W = layers[l]["weights"]\n', 'W = (updated or layers)[l]["weights"]\n',
                                      "        " + BATCH_GRADIENTS + EACH_LAYER, UPDATED_FIRST),
    "weight-gradient-transposed": ("dW is transposed, if it is square", ADD_WEIGHT_GRADIENT, TRANSPOSED_GRADIENT),
    "delta-clipped": ("deltas are held between -1 and 1",
                      EACH_GRADIENT, "            delta = [min(max(d, -1.0), 1.0) for d in delta]\n" + EACH_GRADIENT),

    # Biases.
    "bias-gradient-left-out": ("db is 0", ADD_BIAS_GRADIENT, "db[l][j] += 0.0\n"),
    "bias-gradient-of-last-sample": ("db is that of the last sample",
                                     ADD_BIAS_GRADIENT, "db[l][j] = delta[j]\n", MEAN_BIASES, "db"),
    "bias-gradient-of-last-sample-divided": ("db is that of the last sample, divided by the size of the batch",
                                             ADD_BIAS_GRADIENT, "db[l][j] = delta[j]\n"),
    "bias-gradient-not-averaged": ("db is summed over the batch, dW averaged", MEAN_BIASES, "db"),
    "weight-gradient-not-averaged": ("dW is summed over the batch, db averaged", MEAN_WEIGHTS, "dW"),
    "one-bias-gradient-summed": ("every bias of a layer gets the sum of db", ADD_BIAS_GRADIENT, "db[l][j] += sum(delta)\n"),
    "bias-gradient-times-input": ("db is multiplied by the first input", ADD_BIAS_GRADIENT, "db[l][j] += delta[j] * a[l][0]\n"),
    "bias-gradient-negated": ("db has the wrong sign", ADD_BIAS_GRADIENT, "db[l][j] -= delta[j]\n"),

    # The forward pass.
    "bias-left-out-forward": ("biases are left out", FORWARD, FORWARD.replace(" + b for", " for")),
    "bias-subtracted-forward": ("biases are subtracted", FORWARD, FORWARD.replace(" + b for", " - b for")),
    "activation-left-out-forward": ("activation functions are left out", ACTIVATE, "a.append(z[-1])\n"),
    "leaky-slope-above-0-forward": ("the slope of leaky-relu is used above 0",
                                    LEAKY, "return leak(activation) * z if z > 0 else z"),

    # The loss.
    "ascent": ("all gradients have the wrong sign",
               MEAN_WEIGHTS, MEAN_WEIGHTS.replace("g / n", "-g / n"), MEAN_BIASES, MEAN_BIASES.replace("g / n", "-g / n")),
    "error-unsigned": ("the slope of the loss loses its sign",
                       LOSS_SLOPE, LOSS_SLOPE.replace("loss_slope(loss, f, t)", "abs(loss_slope(loss, f, t))")),
    "target-left-out": ("targets are 0", LOSS_SLOPE, LOSS_SLOPE.replace("f, t) for", "f, 0.0) for")),
    "error-squared": ("(f - y)^2 goes back, not its slope", ERROR, '    return (f - y) ** (2 if loss == "squared" else 1)\n'),
    "squared-slope-for-every-loss": ("f - y goes back whatever the loss is",
                                     LOSS_SLOPE, LOSS_SLOPE.replace("(loss", '("squared"')),
    "margin-slope-times-output": ("the slope of hinge and perceptron is -y f",
                                  HINGE, HINGE.replace("-y if", "-y * f if"),
                                  PERCEPTRON, PERCEPTRON.replace("-y if", "-y * f if")),
    "hinge-condition-at-0": ("hinge compares y f with 0", HINGE, HINGE.replace("< 1", "<= 0")),
    "perceptron-condition-at-1": ("perceptron compares y f with 1", PERCEPTRON, PERCEPTRON.replace("<= 0", "< 1")),
    "absolute-slope-one-sided": ("the slope of the absolute loss is 1 on both sides", ABSOLUTE, "return abs(sign(f - y))"),
    "logistic-with-labels-0-and-1": ("the slope of the logistic loss is sigmoid(f) - y", LOGISTIC, "return sigmoid(f) - y"),

    # Batches.
    "partial-batch-divided-by-full-size": ("a shorter last batch is divided by the full size",
                                           DEFINE_GRADIENTS, "def gradients(layers, inputs, targets, loss, size=None):\n",
                                           DIVIDE_BY, "    n = size or len(inputs)\n", BATCH_GRADIENTS,
                                           BATCH_GRADIENTS.replace("loss)", "loss, min(batch_size, len(inputs)))")),
    "divided-by-inputs-of-network": ("the sum is divided by the number of inputs", DIVIDE_BY, "    n = len(inputs[0])\n"),
    "averaged-twice": ("the sum is divided by the size of the batch twice", DIVIDE_BY, "    n = len(inputs) ** 2\n"),
    "divided-by-one-sample-less": ("the sum is divided by n - 1", DIVIDE_BY, "    n = max(len(inputs) - 1, 1)\n"),
    "batch-size-divided-with-floor": ("the mean is rounded down", MEAN_WEIGHTS, MEAN_WEIGHTS.replace("/", "//"),
                                      MEAN_BIASES, MEAN_BIASES.replace("/", "//")),
    "batch-size-divided-as-whole-numbers": ("the mean loses what is behind the point",
                                            MEAN_WEIGHTS, MEAN_WEIGHTS.replace("g / n", "float(int(g / n))"),
                                            MEAN_BIASES, MEAN_BIASES.replace("g / n", "float(int(g / n))")),
    "first-sample-left-out": ("the first sample has no gradient",
                              OUTPUT, OUTPUT + "        if len(outputs) == 1:\n            continue\n"),
    "last-sample-left-out": ("the last sample has no gradient",
                             OUTPUT, OUTPUT + "        if len(outputs) == len(inputs):\n            continue\n"),
    "gradient-of-last-sample": ("the gradient is that of the last sample", SAMPLES, LAST_SAMPLE, DIVIDE_BY, "    n = 1\n"),
    "targets-in-reverse-order": ("samples meet the targets in reverse order",
                                 SAMPLES, SAMPLES.replace("targets", "targets[::-1]")),
    "target-of-next-sample": ("a sample meets the target of the next",
                              SAMPLES, SAMPLES.replace("targets", "targets[1:] + targets[:1]")),

    # Layers, units and inputs that are left out.
    "gradient-left-out:hidden": ("hidden layers have no gradient", GO_DOWN, GO_DOWN + "            break\n"),
    "gradient-left-out:first": ("the first layer has no gradient",
                                EACH_GRADIENT, "            if l == 0:\n                break\n" + EACH_GRADIENT),
    "gradient-of-first-unit-left-out": ("the first unit of a layer has no gradient",
                                        EACH_GRADIENT, EACH_GRADIENT.replace("range(len(W))", "range(1, len(W))")),
    "gradient-of-last-unit-left-out": ("the last unit of a layer has no gradient",
                                       EACH_GRADIENT, EACH_GRADIENT.replace("range(len(W))", "range(len(W) - 1)")),
    "gradient-of-first-input-left-out": ("the weights of the first input have no gradient",
                                         EACH_GRADIENT, EACH_GRADIENT.replace("range(len(W[j]))", "range(1, len(W[j]))")),
    "gradient-of-last-input-left-out": ("the weights of the last input have no gradient",
                                        EACH_GRADIENT, EACH_GRADIENT.replace("range(len(W[j]))", "range(len(W[j]) - 1)")),

    # Training.
    "step-uphill": ("steps climb", MOVE, MOVE.replace("-=", "+="), MOVE_BIAS, MOVE_BIAS.replace("-=", "+=")),
    "biases-not-updated": ("biases do not move", MOVE_BIAS, "pass"),
    "biases-without-rate": ("biases move by the whole velocity", MOVE_BIAS, "b[j] -= vb[l][j]"),
    "rate-twice": ("the rate is used twice", MOVE, MOVE.replace("eta", "eta ** 2"),
                   MOVE_BIAS, MOVE_BIAS.replace("eta", "eta ** 2")),
    "rate-divided-by-batch-size": ("the rate is divided by the size of the batch",
                                   MOVE, MOVE.replace("eta", "eta / len(inputs[batch])"),
                                   MOVE_BIAS, MOVE_BIAS.replace("eta", "eta / len(inputs[batch])")),
    "gradients-not-reset": ("gradients are added up from step to step",
                            DEFINE_GRADIENTS, "def plus(u, v):\n    return [plus(p, q) for p, q in zip(u, v)] "
                            "if isinstance(u, list) else u + v\n\n\n" + DEFINE_GRADIENTS,
                            ZERO_VELOCITIES, ZERO_VELOCITIES + "    added = None\n",
                            BATCH_GRADIENTS, BATCH_GRADIENTS + ADD_UP),
    "one-step-too-few": ("the last step is not made", EACH_STEP, "for step in range(steps - 1):"),
    "one-step-too-many": ("one step more is made", EACH_STEP, "for step in range(steps + 1):"),
    "always-first-batch": ("every step uses the first batch", FIRST, "first = 0"),
    "partial-batch-left-out": ("a shorter last batch is left out", BATCHES, "batches = max(len(inputs) // batch_size, 1)"),
    "decay-left-out": ("there is no weight decay", VELOCITY, VELOCITY.replace(" + decay * W[j][k]", "")),
    "decay-of-wrong-sign": ("weight decay makes weights grow", VELOCITY, VELOCITY.replace("+ decay", "- decay")),
    "decay-by-sign": ("weight decay takes the sign of a weight", VELOCITY, VELOCITY.replace("W[j][k]", "sign(W[j][k])")),
    "decay-without-rate": ("weight decay is not multiplied by the rate", VELOCITY, VELOCITY.replace(" + decay * W[j][k]", ""),
                           MOVE, "W[j][k] -= eta * vW[l][j][k] + decay * W[j][k]"),
    "momentum-left-out": ("there is no momentum", VELOCITY, VELOCITY.replace("momentum * vW[l][j][k] + ", ""),
                          BIAS_VELOCITY, "vb[l][j] = db[l][j]"),
    "momentum-on-weights-only": ("biases have no momentum", BIAS_VELOCITY, "vb[l][j] = db[l][j]"),
    "momentum-of-wrong-sign": ("momentum has the wrong sign", VELOCITY, VELOCITY.replace("= momentum", "= -momentum"),
                               BIAS_VELOCITY, BIAS_VELOCITY.replace("= momentum", "= -momentum")),
    "velocity-of-first-unit": ("all units of a layer share the velocity of the first",
                               EACH_UNIT, EACH_UNIT.replace("range(len(W))", "reversed(range(len(W)))"),
                               VELOCITY, VELOCITY.replace("* vW[l][j][k]", "* vW[l][0][k]"),
                               BIAS_VELOCITY, BIAS_VELOCITY.replace("* vb[l][j]", "* vb[l][0]")),
}

# What a program may do in one way or the other, called as the check calls it: the convention, a colon, the way.
CONVENTIONS = {
    "relu-at-0:1": ("the slope of relu at 0 is 1", RELU_SLOPE, RELU_SLOPE.replace(">", ">=")),
    "leaky-relu-at-0:1": ("the slope of leaky-relu at 0 is 1", LEAKY_SLOPE, LEAKY_SLOPE.replace(">", ">=")),
    "abs-at-0:1": ("the slope of abs at 0 is 1", ABS_SLOPE, "        return 1.0 if z >= 0 else -1.0\n"),
    "hard-tanh-at-kinks:0": ("the slope of hard-tanh at -1 and 1 is 0", HARD_TANH_SLOPE, HARD_TANH_SLOPE.replace("<=", "<")),
    "batch:sum": ("gradients are summed over the batch", DIVIDE_BY, "    n = 1\n"),
    "loss-factor:1": ("the squared loss is (f - y)^2", ERROR, '    return (f - y) * (2 if loss == "squared" else 1)\n'),
    "loss-factor:1/2 1/outputs": ("the squared loss is the mean over outputs",
                                  LOSS_SLOPE, "da = [loss_slope(loss, f, t) / (len(y) if loss == 'squared' else 1)"
                                  " for f, t in zip(a[-1], y)]\n"),
    "hinge-at-1:-y": ("the slope of hinge at y f = 1 is -y", HINGE, HINGE.replace("<", "<=")),
    "perceptron-at-0:0": ("a perceptron is not updated where y f = 0, so that zeros never move",
                          PERCEPTRON, PERCEPTRON.replace("<=", "<")),
    "decay:2 lambda": ("weight decay is that of lambda w^2", VELOCITY, VELOCITY.replace("+ decay", "+ 2 * decay")),
    "decay-on-biases:yes": ("biases decay too", BIAS_VELOCITY, BIAS_VELOCITY + " + decay * b[j]"),
    "momentum:v = m v + (1 - m) g": ("the gradient is multiplied by 1 - m", VELOCITY, VELOCITY.replace(
        "+ dW[l][j][k] + decay * W[j][k]", "+ (1 - momentum) * (dW[l][j][k] + decay * W[j][k])"),
        BIAS_VELOCITY, BIAS_VELOCITY.replace("+ db", "+ (1 - momentum) * db")),
    "momentum:Nesterov": ("a step goes on along the velocity",
                          MOVE, "W[j][k] -= eta * (dW[l][j][k] + decay * W[j][k] + momentum * vW[l][j][k])",
                          MOVE_BIAS, "b[j] -= eta * (db[l][j] + momentum * vb[l][j])"),
}

# What a program may wrongly keep from request to request, called as the check calls it, and what it may lose.
MEMORIES = {
    "gradients-not-reset:requests": ("gradients are added to those of earlier requests", DEFINE_GRADIENTS, KEEP,
                            ZERO_GRADIENTS, "    dW, db = kept.setdefault(str(dW), (dW, db))\n" + ZERO_GRADIENTS),
    "network-kept": ("a network of the same shape as an earlier one is taken for it",
                     DEFINE_GRADIENTS, KEEP, LAYERS, KNOWN_NETWORK),
    "data-kept": ("inputs of the same shape as earlier ones are taken for them", DEFINE_GRADIENTS, KEEP,
                  'targets = [y if', KNOWN_INPUTS + 'targets = [y if'),
    "training-kept": ("a training begins with the velocity that an earlier one ended with", DEFINE_GRADIENTS, KEEP,
                      ZERO_VELOCITIES, ZERO_VELOCITIES + "    vW, vb = kept.setdefault(str(vW), (vW, vb))\n"),
    "random-answers": ("half of the samples are dropped, by chance", IMPORT, IMPORT + "import random\n",
                       OUTPUT, OUTPUT + "        if random.random() < 0.5:\n            continue\n"),
    "float32-for-float64": ("sums and gradients are rounded to float32", IMPORT, IMPORT + "import struct\n", DOT, FLOAT32,
                            MEAN_WEIGHTS, MEAN_WEIGHTS.replace("g / n", "float32(g / n)"),
                            MEAN_BIASES, MEAN_BIASES.replace("g / n", "float32(g / n)")),
}

LISTS = {"mistakes": MISTAKES, "conventions": CONVENTIONS, "memories": MEMORIES}
EVERY = {**MISTAKES, **CONVENTIONS, **MEMORIES}


def template_with(name, pieces):
    """The text of the template with other pieces."""
    text = pathlib.Path(__file__).with_name("template.py").read_text(encoding="utf-8")
    for piece, other in zip(pieces[::2], pieces[1::2]):
        if text.count(piece) != 1:
            sys.exit(f"{name}: {text.count(piece)} times in the template, expected once: {piece}")
        text = text.replace(piece, other)
    return text


def main(name="mistakes"):
    if name in LISTS:
        for each, (says, *_) in LISTS[name].items():
            print(f"{each}: {says}")
    elif name in EVERY:
        exec(compile(template_with(name, EVERY[name][1:]), f"template.py with {name}", "exec"), {"__name__": "__main__"})
    else:
        sys.exit(f"{name}: no such mistake, expected one of those that are listed without a name")


if __name__ == "__main__":
    main(*sys.argv[1:2])
