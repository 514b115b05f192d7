/** The questions, small ones first. */
package org.stillpoint.check.suite;
