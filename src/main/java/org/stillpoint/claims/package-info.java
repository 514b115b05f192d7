/** The catalogue of claims, the evidence that ran, and the binding of one to the other. */
package org.stillpoint.claims;
