"""Checks with mpmath what arb.c checks with arb, on every n-th of the lines on its standard input; n is its argument."""

import sys

from mpmath import mp, mpf

SLACK = 128
SHOWN = 5


def sigmoid(z):
    value = 1 / (1 + mp.exp(-z))
    return value, value * (1 - value)


def tanh(z):
    value = mp.tanh(z)
    return value, 1 - value * value


def softplus(z):
    return mp.log(1 + mp.exp(z)), sigmoid(z)[0]


def elu(z):
    return (z, mpf(1)) if z >= 0 else (mp.expm1(z), mp.exp(z))


def silu(z):
    value, slope = sigmoid(z)
    return z * value, value + z * slope


def gelu(z):
    share = mp.erfc(-z / mp.sqrt(2)) / 2
    return z * share, share + z * mp.exp(-z * z / 2) / mp.sqrt(2 * mp.pi)


FUNCTIONS = {
    'add': lambda a, b: (a + b,), 'subtract': lambda a, b: (a - b,), 'multiply': lambda a, b: (a * b,),
    'divide': lambda a, b: (a / b,), 'exp': lambda x: (mp.exp(x),), 'log': lambda x: (mp.log(x),),
    'sqrt': lambda x: (mp.sqrt(x),), 'erf': lambda x: (mp.erf(x),), 'sigmoid': sigmoid, 'tanh': tanh,
    'softplus': softplus, 'elu': elu, 'silu': silu, 'gelu': gelu,
}


def balls(text):
    numbers = [int(word) for word in text.split()]
    return list(zip(numbers[::2], numbers[1::2]))


def points(ball):
    middle, radius = ball
    return {middle, middle + radius, middle - radius, middle + radius // 2, middle - radius // 3}


def held(line):
    left, right = line.split('=')
    name, bits, rest = left.split(' ', 2)
    bits, arguments, results = int(bits), balls(rest), balls(right)
    largest = max(abs(middle) + radius for middle, radius in arguments)
    mp.prec = 2 * max(bits, largest.bit_length()) + 4 * min(largest >> bits, 3000) + SLACK
    choices = [(a,) for a in points(arguments[0])]
    if len(arguments) == 2:
        choices = [(a, b) for (a,) in choices for b in points(arguments[1])]
    margin = mp.ldexp(1, -SLACK // 4)
    for choice in choices:
        values = FUNCTIONS[name](*(mp.ldexp(mpf(units), -bits) for units in choice))
        for value, (middle, radius) in zip(values, results):
            if abs(mp.ldexp(value, bits) - middle) > radius + margin:
                return False
    return True


def main():
    sys.set_int_max_str_digits(0)
    every = int(sys.argv[1])
    checked = bad = 0
    for number, line in enumerate(sys.stdin):
        if number % every:
            continue
        checked += 1
        if not held(line):
            bad += 1
            if bad <= SHOWN:
                print('mpmath: not held:', line[:200], file=sys.stderr)
    print(f'mpmath: {checked} lines, {bad} bad')
    return 1 if bad or not checked else 0


if __name__ == '__main__':
    sys.exit(main())
