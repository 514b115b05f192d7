/**
 * The way of numbers into and out of fractions in lowest terms; how they are represented between is said in
 * {@link org.stillpoint.engine.fast}. No greatest common divisor is taken: a numerator is divided by each prime as often as that
 * goes. Only where a factor is not known to be prime and the numerator may share a part of it is a fraction left to find one.
 *
 * <p>{@link ShortFractions} and {@link Integers} are the way in, {@link CoprimeBase} the denominators between, and
 * {@link LowestTerms} the way out.
 */
package org.stillpoint.engine.fast.fraction;
