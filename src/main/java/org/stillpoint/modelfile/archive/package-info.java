/**
 * Zip archives whose entries are read in place, or unpacked within limits: nothing is ever written where an entry's name says,
 * and what an archive claims is checked against the bytes that it has.
 */
package org.stillpoint.modelfile.archive;
