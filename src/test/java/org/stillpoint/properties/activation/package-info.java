/** Claims ACT: starts at zero under each activation. */
package org.stillpoint.properties.activation;
