/**
 * The way of numbers into and out of fractions in lowest terms. All denominators of a training are products of powers of a few
 * pairwise coprime factors, so a denominator is a vector of exponents: products are sums, a common denominator is a maximum. A
 * numerator is a long, limbs of 32 bits with the lowest first, or a {@code BigInteger}. No greatest common divisor is taken: a
 * numerator is divided by each prime as often as that goes. Only where a factor is not known to be prime and the numerator may
 * share a part of it is a fraction left to find one.
 *
 * <p>{@link org.stillpoint.engine.fast.fraction.Integers} is the way in,
 * {@link org.stillpoint.engine.fast.fraction.CoprimeBase} the denominators between, and
 * {@link org.stillpoint.engine.fast.fraction.LowestTerms} the way out.
 */
package org.stillpoint.engine.fast.fraction;
