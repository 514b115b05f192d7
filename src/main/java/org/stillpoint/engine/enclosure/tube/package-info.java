/**
 * Long trainings by gradient descent, enclosed in a tube: a path of exact points m, each calculated from the one before it, and
 * one number E that the true parameters p are at most away from the point, as the length of a vector.
 *
 * <p>A step is {@code F(p) = p - eta g(p)} with the mean gradient g over the batch, decay included. Its Jacobian is
 * {@code I - eta H} with the symmetric matrix H of second derivatives. If every pre-activation and every loss is on one side of
 * its kinks for all parameters at most E away from m, then F is continuously differentiable there (where it is only Lipschitz, as
 * behind elu and softsign, almost everywhere, which is enough), and by the mean value inequality along the segment from m to p
 * {@code |F(p) - F(m)| <= max |I - eta H| E}. The next point is F(m) in balls, without their radii, whose length as one vector is
 * the error that is new: {@code E' = max |I - eta H| E + fresh}. A plain ball forgets that errors of parameters belong together;
 * here they do not grow where training does not pull points apart.
 *
 * <p>The maximum is taken over a box around the tube ({@link org.stillpoint.engine.enclosure.tube.HessianBox}), with each
 * activation that has kinks replaced by its line on the side where the tube is: on the segment they are the same. The norm of a
 * symmetric matrix is bounded by its eigenvalues ({@link org.stillpoint.engine.enclosure.tube.Cholesky}), and one box serves as
 * many steps as the tube stays in it, on the same sides. Sides are decided by balls that reach E around the point.
 *
 * <p>A parameter whose gradient is exactly zero, for all parameters in the tube, stays what it was and is no coordinate of the
 * vector: the loss does not depend on it there, so neither do the other parts of the gradient. Everything is integer arithmetic.
 *
 * <p>With momentum the vector holds the velocity too, and the derivative of a step is no longer symmetric
 * ({@link org.stillpoint.engine.enclosure.tube.Momentum}).
 *
 * <p>Not covered, and left to plain balls: other optimisers, dropout, more than 300 parameters, softmax without cross-entropy.
 */
package org.stillpoint.engine.enclosure.tube;
