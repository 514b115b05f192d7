/**
 * What a training can never do, found for a given program: greatest fixed points propose a certificate, the proved checker of the
 * kernel decides on it, and each finding is explained by a chain of local facts.
 */
package org.stillpoint.graph.certificate;
