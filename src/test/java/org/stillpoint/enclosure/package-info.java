/** Tests of the enclosures of real numbers, against exact rational arithmetic and against Apfloat. */
package org.stillpoint.enclosure;
