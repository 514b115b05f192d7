/**
 * What the properties quantify over: rationals, networks, data, settings, loss derivatives. Zeros and ties are frequent, huge
 * numbers rare.
 */
package org.stillpoint.arbitraries;
