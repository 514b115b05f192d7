/** What a right program may answer: exact numbers where nothing is rounded, and a proved bound around them elsewhere. */
package org.stillpoint.check.rounding;
