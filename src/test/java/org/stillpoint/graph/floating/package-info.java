/**
 * Training programs in floating point, for tests of what the theorems say there: classes of equal slots hold bit for bit,
 * whatever the values, as long as everything is computed in program order; zeros need finite values.
 */
package org.stillpoint.graph.floating;
