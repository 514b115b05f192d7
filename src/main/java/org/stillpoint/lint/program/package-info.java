/**
 * From a network to what is known of it: its channels are cut into groups, its weights into blocks, of which a training program
 * is made; certificates of it that the proved checker accepts become facts about units and weights.
 */
package org.stillpoint.lint.program;
