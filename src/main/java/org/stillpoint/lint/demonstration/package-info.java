/**
 * Exact training of a small model as a whole, without blocks and certificates, by which people see that what was found of its
 * weights holds.
 */
package org.stillpoint.lint.demonstration;
