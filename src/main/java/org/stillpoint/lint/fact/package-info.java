/** What is known of the units and weights of a model, whether the proved checker accepted a certificate for it or not. */
package org.stillpoint.lint.fact;
