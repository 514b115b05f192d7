/** Claims LAW: what holds of every step, whatever the start. */
package org.stillpoint.properties.law;
