/**
 * Exact activation functions besides those of {@link org.stillpoint.kernel}. They are tested, not proved: the kernel's proofs
 * hold for every activation whose results depend on the values of its arguments only.
 */
package org.stillpoint.activation;
