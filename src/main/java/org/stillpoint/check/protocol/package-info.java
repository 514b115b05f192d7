/** Programs that answer questions in lines of JSON, none of which is trusted. */
package org.stillpoint.check.protocol;
