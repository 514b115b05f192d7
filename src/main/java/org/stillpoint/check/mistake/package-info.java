/** Backpropagation with one mistake or more of those that people make, calculated exactly. */
package org.stillpoint.check.mistake;
