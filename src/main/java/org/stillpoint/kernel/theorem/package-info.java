/**
 * The theorems: each method runs the kernel, and its contract says what a training then does or never does. They are proved from
 * the contracts of {@link org.stillpoint.kernel} alone, and can be called with numbers to see them hold.
 */
package org.stillpoint.kernel.theorem;
