/** Claims ZERO, and of the questions Q those about a start at zero. */
package org.stillpoint.properties.zero;
