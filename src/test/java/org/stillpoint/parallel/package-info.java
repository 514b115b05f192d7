/** Work done by one, two and more workers, for tests that its results are the same. */
package org.stillpoint.parallel;
