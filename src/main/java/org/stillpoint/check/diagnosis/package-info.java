/** From questions and answers to a verdict: conventions, mistakes, the smallest case. */
package org.stillpoint.check.diagnosis;
