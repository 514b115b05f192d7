/** The build's own step: whether every test ran and passed, and the claims bound to the evidence that they left. */
package org.stillpoint.build;
