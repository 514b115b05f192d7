'use strict';

/**
 * Numbers as the engine writes them: an exact fraction ("3", "-2/3"), or an enclosure {low, high} of a number that is no
 * fraction.
 * What is wider than nine characters is shown rounded from its exact digits, marked as rounded. Floating point serves pixels
 * only.
 */
const LabNumber = (() => {
  const WIDEST = 9;
  const TYPED = /^[+-]?(\d{1,400}(\.\d{0,400})?|\.\d{1,400})(e[+-]?\d{1,3})?$|^[+-]?\d{1,400}\/\d{1,400}$/i;

  function parts(text) {
    const [p, q] = text.split('/');
    return { p: BigInt(p), q: q === undefined ? 1n : BigInt(q) };
  }

  const isFraction = text => /^-?\d+(\/\d+)?$/.test(text);

  const power = n => 10n ** BigInt(n);

  /** The nearest integer to p / q, both positive. */
  const nearest = (p, q) => (2n * p + q) / (2n * q);

  /** The largest e with 10^e <= p / q, both positive. */
  function exponent(p, q) {
    const guess = String(p).length - String(q).length;
    const reaches = guess >= 0 ? p >= q * power(guess) : p * power(-guess) >= q;
    return reaches ? guess : guess - 1;
  }

  function rounded(text) {
    const { p, q } = parts(text);
    const size = p < 0n ? -p : p;
    const sign = p < 0n ? '-' : '';
    const e = exponent(size, q);
    if (e >= -3 && e < 6) {
      const decimals = 5 - Math.max(e, 0);
      const digits = String(nearest(size * power(decimals), q)).padStart(decimals + 1, '0');
      return sign + digits.slice(0, digits.length - decimals) + (decimals > 0 ? '.' + digits.slice(-decimals) : '');
    }
    let scale = e;
    let digits = String(scale >= 1 ? nearest(size, q * power(scale - 1)) : nearest(size * power(1 - scale), q));
    if (digits.length === 3) {
      scale += 1;
      digits = '10';
    }
    return sign + digits[0] + '.' + digits[1] + 'e' + scale;
  }

  function shared(low, high) {
    let n = 0;
    while (n < low.length && low[n] === high[n]) {
      n++;
    }
    return low.slice(0, Math.min(n, WIDEST - 1));
  }

  return {
    /** What to show: {text, rounded}; text has at most nine characters. */
    short(value) {
      if (typeof value === 'object') {
        return { text: (shared(value.low, value.high) || '?') + '\u2026', rounded: true };
      }
      if (value.length <= WIDEST) {
        return { text: value, rounded: false };
      }
      return isFraction(value)
        ? { text: '\u2248' + rounded(value), rounded: true }
        : { text: value.slice(0, WIDEST - 1) + '\u2026', rounded: true };
    },

    /** All that is known of a number, in words. */
    exact(value) {
      return typeof value === 'object' ? `between ${value.low} and ${value.high}` : value;
    },

    same(a, b) {
      return typeof a === 'object' || typeof b === 'object' ? JSON.stringify(a) === JSON.stringify(b) : a === b;
    },

    isZero(value) {
      return value === '0';
    },

    isNegative(value) {
      return (typeof value === 'object' ? value.high : value).startsWith('-');
    },

    /** Near enough for a pixel. */
    pixel(value) {
      const text = typeof value === 'object' ? value.low : value;
      if (!isFraction(text)) {
        return Number(text);
      }
      const [p, q = '1'] = text.split('/');
      const head = digits => Number(digits.slice(0, 18));
      return (head(p) / head(q)) * 10 ** (Math.max(p.length - 18, 0) - Math.max(q.length - 18, 0));
    },

    /** Whether a person has typed a number that the engine reads: 3/4, -2, 0.125, 1e-3. */
    isTyped(text) {
      return TYPED.test(text.trim()) && !/\/0*$/.test(text.trim());
    },

    /** Typed text without blanks and without a leading plus. */
    tidy(text) {
      return text.trim().replace(/^\+/, '');
    },
  };
})();
