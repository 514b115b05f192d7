/** Claims HEAD and RATE: the last layer, its loss, and starts from which it learns nothing. */
package org.stillpoint.properties.head;
