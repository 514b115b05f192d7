/**
 * What Stillpoint talks about: vectors and matrices of exact rationals, networks, data sets and the settings of gradient descent.
 * All types are immutable and checked when they are made; an impossible one ends with a
 * {@link org.stillpoint.domain.DomainException}.
 */
package org.stillpoint.domain;
