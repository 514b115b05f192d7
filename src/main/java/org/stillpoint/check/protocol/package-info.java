/** Questions to another program and its answers, in lines of JSON. */
package org.stillpoint.check.protocol;
