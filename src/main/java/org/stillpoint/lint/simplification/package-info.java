/** Units that can be taken out of a model without changing what it computes, and the smaller model. */
package org.stillpoint.lint.simplification;
