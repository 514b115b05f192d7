/** What came out, and how it is written. */
package org.stillpoint.check.verdict;
