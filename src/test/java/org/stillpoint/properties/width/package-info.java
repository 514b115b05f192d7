/** Claims EMB, WIDTH and DATA: split units, identities and exchanged features. */
package org.stillpoint.properties.width;
