/** What a reader of a format has to do, and what comes of it. */
package org.stillpoint.modelfile.reader;
