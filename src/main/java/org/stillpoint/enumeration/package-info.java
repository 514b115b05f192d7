/**
 * All small networks at once: every two-layer network with parameters from a finite set is trained on one data set, in guarded
 * integer arithmetic. Each number is exact: what might not fit is trained by the reference kernel instead.
 */
package org.stillpoint.enumeration;
