/** Claims PART: starts at which a part of the network is zero or never moves. */
package org.stillpoint.properties.part;
