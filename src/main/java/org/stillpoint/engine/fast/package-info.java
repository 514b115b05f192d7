/**
 * Gradient descent on integers, one engine for networks of every depth. It is fast and not proved; it is trusted as far as it
 * agrees with {@link org.stillpoint.kernel}, which a suite of properties checks.
 *
 * <p><b>Numbers.</b> The parameters that move with one unit are integers over one denominator. All denominators of a training
 * are products of powers of a few coprime numbers, which are known before the first step from those of the start, the data and
 * the settings; so a denominator is a vector of exponents, and a step makes it longer without any greatest common divisor. Where
 * steps are linear, numerators are longs as long as they fit, then limbs of 32 bits, or of 60 where a step multiplies by longer
 * numbers; elsewhere they are {@code BigInteger}s, and the few numbers that a step multiplies rows by are in lowest terms, so
 * that rows are not longer than need be. Fractions in lowest terms are made when somebody asks for the network, of the
 * parameters that have changed.
 *
 * <p><b>Signs.</b> Under a piecewise linear activation and a loss that depends on the side of a threshold, a step is arithmetic
 * as soon as the signs are known. Doubles decide them where their error provably cannot matter, exact numbers elsewhere.
 *
 * <p>Where to look for what:
 * <ul>
 * <li>how a training starts, and what saves work: {@link FastEngine}, {@link Copies} for equal units, {@link ZeroStart};
 * <li>how it goes on: {@link IntegerCourse}, and {@link Evaluation} on all samples;
 * <li>what it works on: {@link Parameters}, a {@link Row} for each unit as {@link Layout} says, and its {@link Numerators} in
 * four sizes; {@link Samples} and their {@link Target targets}; {@link Lines}, what an activation is;
 * <li>how fractions become rows, and rows a network: {@link Entries}, {@link Export};
 * <li>the way forward: {@link Forward}, by {@link LongPass} before anything has moved, then by {@link SignFilter}, where the
 * bound is, or {@link ExactPass};
 * <li>a step: {@link LinearSteps} with one hidden layer and a loss of sides, on {@link SmallCoefficients} or else
 * {@link WideCoefficients}; {@link Backpropagation} with everything else; {@link UpdateRule} for momentum and decay;
 * <li>denominators and lowest terms: {@link org.stillpoint.engine.fast.fraction}.
 * </ul>
 */
package org.stillpoint.engine.fast;
