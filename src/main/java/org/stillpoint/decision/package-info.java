/**
 * What each kind of start does under gradient descent: decided cell by cell, from a theorem or from the smallest run that shows
 * it.
 */
package org.stillpoint.decision;
