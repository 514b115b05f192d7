/** The site that the packed jar writes, gone through in a real browser. */
package org.stillpoint.site;
